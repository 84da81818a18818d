// Regulators, and what they do to products.

import type {Family} from './family.ts'

export const regulator: Family = {
  name: 'regulator',
  source: 'The regulators of claims/regulatory',
  names: [
    'GMP FDA EMA MHRA TGA NICE Medsafe HPRA Swissmedic WHO PMDA CQC NHS ANVISA BfArM ANSM CDSCO',
  ],
  phrases: [
    'health ministry',
    'ministry of health',
    'health authorities',
    'health authority',
    'health canada',
    'food and drug administration',
    'world health organization',
    'world health organisation',
    'federal agency',
    'federal government agency',
    'government agency',
    'european medicines agency',
  ],
}

export const approving: Family = {
  name: 'approving',
  source:
    'FDA, Is It Really FDA Approved?; WordNet 3.1: approve, endorse, license, clear; chosen by hand',
  verbs: [
    'comply approve endorse certify accredit authorise authorize license recommend register clear',
  ],
  words: [
    'approval clearance endorsement licence license certification compliant compliance registered authorization',
    'authorisation accreditation upheld registration safest',
  ],
}
