// Nature and the body's own powers, as adverts speak of them.

import type {Family} from './family.ts'

export const natural: Family = {
  name: 'natural',
  source: 'ASA and FTC rulings on “natural”; WordNet 3.1: natural, innate; chosen by hand',
  words: ['nature natural naturally innate inborn inherent'],
}

export const ownPower: Family = {
  name: 'a power of the body',
  source:
    'ASA and FTC rulings on the body’s own healing; WordNet 3.1: ability, power, defense; chosen by hand',
  words: [
    'ability capacity power response process mechanism defense defence resource wisdom',
    'property healing repair regeneration intelligence',
  ],
  phrases: ['immune system', 'antidepressant'],
}

export const bodyOwn: Family = {
  name: 'of the body itself',
  source: 'ASA and FTC rulings on the body’s own healing',
  words: ['itself themselves'],
  phrases: [
    "body's own",
    'body’s own',
    'your own',
    "your body's",
    'your body’s',
    "body's ability",
    'body’s ability',
    "body's natural",
    'body’s natural',
    'your natural',
    'body itself',
    'your own body',
    'your body to',
    'the body to',
    'the body can',
    'your body',
  ],
}

export const healing: Family = {
  name: 'healing',
  source: 'WordNet 3.1: heal, repair, regenerate, relieve',
  verbs: ['heal repair regenerate rebuild relieve restore'],
  words: ['healing repair regeneration relief remedy cure recovery treatment therapy alternative'],
}

export const without: Family = {
  name: 'without',
  source: 'ASA and FTC rulings on the avoidance of surgery and medicines',
  words: [
    'without avoid avoids avoiding nonsurgical non-surgical drug-free surgery-free noninvasive non-invasive',
  ],
  phrases: ['alternative to', 'instead of', 'no need for', 'rather than'],
}
