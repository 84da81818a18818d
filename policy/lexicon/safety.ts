// What is said of harm, and of its absence.

import type {Family} from './family.ts'

export const safe: Family = {
  name: 'safe',
  source: 'FTC, Health Products Compliance Guidance: safety claims; chosen by hand',
  words: [
    'safe safely safer safest harmless painless painlessly non-toxic nontoxic risk-free',
    'non-addictive nonaddictive side-effect-free',
  ],
}

export const harm: Family = {
  name: 'harm',
  source: 'CTCAE and NHS: side effects, risks; chosen by hand',
  words: [
    'risk danger complication downtime harm addictive contraindication harmful dangerous toxic',
  ],
  phrases: ['side effect', 'side effects', 'side-effects', 'recovery time', 'down time'],
}

export const none: Family = {
  name: 'none',
  source: 'ASA and FTC rulings on absolute safety',
  words: ['no not zero without none avoids avoid avoiding little minimal almost free unlike'],
  phrases: ['not a', 'none of the'],
}

export const used: Family = {
  name: 'used',
  source: 'FTC, Health Products Compliance Guidance: claims of long safe use',
  words: ['used use trusted'],
}
