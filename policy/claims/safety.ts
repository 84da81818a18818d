// Finds promises that a treatment cannot do harm.

import type {Rule} from '../rule.ts'
import {
  HARMLESS_TO,
  WAS_OBSERVED,
  clauseOf,
  isQualified,
  lesion,
  mostly,
  NUMBED,
  observed,
  treatment,
} from './exceptions/safety.ts'
import {framed} from './frames/safety.ts'
import {harmless, isSafe, painless, riskFree, safe} from './patterns/safety.ts'
import {finderOf, type Wording} from './wordings.ts'

const HINT =
  'Every treatment can do harm. Say what can happen, how often, and who should not have it.'

const SAFE_FOR =
  'Nothing is safe for everyone. Say for whom, at which dose, and what can still happen.'

export const wordings: readonly Wording[] = [
  {
    patterns: riskFree,
    message: 'says that nothing can go wrong',
    hint: HINT,
    unless: ({before, sentence, words}) =>
      (observed.test(clauseOf(before)) && !/[- ]free$/i.test(words)) ||
      WAS_OBSERVED.test(sentence) ||
      (/\bpain$/i.test(words) &&
        (!treatment.test(sentence) ||
          /\b(?:until|walk|move|bend|exercise|range|can|able)\b/i.test(before))),
  },
  {
    patterns: harmless,
    message: 'says that it cannot do harm',
    hint: HINT,
    unless: ({before, words, after, sentence}) =>
      mostly.test(before) ||
      (/^harmless/i.test(words) && (lesion.test(sentence) || HARMLESS_TO.test(after))) ||
      (/^always/i.test(words) && /^ to /i.test(after)) ||
      (/(?:pain|hurt)/i.test(words) && lesion.test(sentence)) ||
      NUMBED.test(before) ||
      /^ (?:if|when|provided|unless)\b/i.test(after),
  },
  {
    patterns: painless,
    message: 'says that it does not hurt',
    hint: 'Say what most people feel, and for how long.',
    unless: ({sentence, before}) => lesion.test(sentence) || mostly.test(clauseOf(before)),
  },
  {
    patterns: safe,
    message: 'does not say for whom it is safe',
    hint: SAFE_FOR,
    unless: isQualified,
  },
  {
    patterns: isSafe,
    message: 'does not say for whom it is safe',
    hint: SAFE_FOR,
    unless: isQualified,
  },
]

const find = finderOf(wordings, framed)

export const safety: Rule = {
  id: 'claims/safety',
  title: 'No text says that a treatment has no risk, or that it is safe without saying for whom',
  severity: 'error',
  reads: 'English',
  rationale:
    'Every injection, operation and medicine has risks. Readers can only weigh the risks that they know about. Medicines law requires a fair balance between benefit and risk.',
  sources: [
    {
      title: 'FDA, 21 CFR 202.1, Prescription-drug advertisements',
      url: 'https://www.ecfr.gov/current/title-21/chapter-I/subchapter-C/part-202/section-202.1',
    },
    {
      title: 'FTC, Health Products Compliance Guidance (2022)',
      url: 'https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance',
    },
  ],
  examples: {
    passes: [
      'No injection is completely safe.',
      'Paracetamol is generally safe in pregnancy at the recommended dose.',
      'Keep your tablets in a safe place.',
      'Is it safe?',
      'A painless lump should be seen by a doctor.',
    ],
    fails: [
      'The injection has no side effects.',
      'PRP is a safe treatment.',
      'Prolotherapy is completely safe.',
      'A painless, risk-free jab.',
      'It could be a relatively side-effect free treatment.',
    ],
  },
  *check({passages}) {
    yield* find(passages)
  },
}
