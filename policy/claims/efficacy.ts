// Finds promises that no treatment can keep, such as cures, guarantees and miracles.

import type {Rule} from '../rule.ts'
import {formsOf, oneOf} from '../text/phrases.ts'
import {
  BREAKTHROUGH_PAIN,
  CURED_FOOD,
  CURED_THING,
  FOR_YOU,
  FOUND_BY,
  OF_THING,
  ORDINARY,
  PROMISED,
  SEEKS,
  SELDOM,
  SHARE_OF,
  assured,
  assures,
  finding,
  healer,
  isHedged,
  isNoPromise,
  isResearch,
  isSoundCure,
  isOfItself,
} from './exceptions/efficacy.ts'
import {framed} from './frames/efficacy.ts'
import {everlasting, worksForAll} from './patterns/certainty.ts'
import {repairs, superlatives, vanished, vanishes} from './patterns/changes.ts'
import {guarantees, healing, miracles, novelties, proofs} from './patterns/promises.ts'
import {finderOf, type Wording} from './wordings.ts'

const HINT = 'Say what studies found, for whom, and how certain that is.'
const NOT_ALL = 'No treatment helps everyone. Say how many people it helped in studies.'

export const wordings: readonly Wording[] = [
  {
    patterns: [
      {
        name: 'a cure',
        source: oneOf('cure-alls?', formsOf('cure'), 'curative'),
        fires: ['It cured me.', 'a cure-all'],
        quiet: ['a secure grip'],
      },
    ],
    message: 'promises a cure',
    hint: HINT,
    unless: ({sentence, before, words, after}) =>
      isResearch({sentence, before, words, after}) ||
      isSoundCure({sentence, before, words, after}) ||
      CURED_FOOD.test(after) ||
      CURED_THING.test(before) ||
      /\b(?:miracle|fake|quack) $/i.test(before),
  },
  {
    patterns: healing,
    message: 'promises complete healing',
    hint: HINT,
    unless: (found) => isHedged(found) || ORDINARY.test(found.sentence),
  },
  {
    patterns: guarantees,
    message: 'promises a result',
    hint: NOT_ALL,
    unless: ({before, words, after}) =>
      assured.test(before) ||
      assures.test(after) ||
      (/^guarantee$/i.test(words) && OF_THING.test(after)),
  },
  {
    patterns: miracles,
    message: 'promises more than any treatment can do',
    hint: HINT,
    unless: ({after}) =>
      /^ (?:fruit|berr(?:y|ies)|of (?:birth|life|nature)|play|cures\b|stories|claims|diets|recoveries|treatments)/i.test(
        after,
      ),
  },
  {
    patterns: proofs,
    message: 'says that the effect is beyond doubt',
    hint: 'Say which studies there are, how large they were, and what they found. Cite them.',
    unless: ({before, after}) => finding.test(after) || FOUND_BY.test(before),
  },
  {
    patterns: novelties,
    message: 'presents a treatment as news instead of saying what is known about it',
    hint: 'Say what the treatment is and what studies found.',
    unless: ({before, after}) =>
      BREAKTHROUGH_PAIN.test(after) || /\b(?:industrial|french|american|for) $/i.test(before),
  },
  {
    patterns: everlasting,
    message: 'promises that the effect lasts forever',
    hint: 'Say for how long studies followed people, and what they found.',
    unless: (found) =>
      isHedged(found) ||
      (SELDOM.test(found.before) && !/^permanent (?:\w+ )?relief/i.test(found.words)),
  },
  {
    patterns: worksForAll,
    message: 'says that it works for everyone',
    hint: NOT_ALL,
    unless: ({before, words, after}) =>
      /\bas (?:high|low|many|much|little) as $/i.test(before) ||
      /^ differently\b/i.test(after) ||
      SHARE_OF.test(after) ||
      (/promise/i.test(words) && PROMISED.test(after)) ||
      /\b(?:oxygen|to) $/i.test(before),
  },
  {
    patterns: vanishes,
    message: 'promises that a complaint goes away completely',
    hint: 'Say how much less pain people had in studies, and for how long.',
    unless: isOfItself,
  },
  {
    patterns: vanished,
    message: 'promises that a complaint goes away completely',
    hint: 'Say how much less pain people had in studies, and for how long.',
    unless: isOfItself,
  },
  {
    patterns: repairs,
    message: 'says as a fact that it repairs the body',
    hint: 'Say that this is the idea behind it, and whether studies in people have shown it.',
    unless: (found) =>
      isNoPromise(found) ||
      SELDOM.test(found.before) ||
      (/^heal/i.test(found.words) &&
        (ORDINARY.test(found.sentence) ||
          /^healing\b/i.test(found.words) ||
          !healer.test(found.before))),
  },
  {
    patterns: superlatives,
    message: 'says that it is the best treatment',
    hint: 'Say what it was compared with in studies, and what they found. Cite them.',
    unless: ({before, after}) => FOR_YOU.test(after) || SEEKS.test(before) || SELDOM.test(before),
  },
]

const find = finderOf(wordings, framed)

export const efficacy: Rule = {
  id: 'claims/efficacy',
  title: 'No text says that a treatment cures, works for everyone or is proven beyond doubt',
  severity: 'error',
  reads: 'English',
  rationale:
    'People in pain believe words like these and may give up care that helps. No treatment works for everyone. Regulators say that “cure”, “guaranteed” and “proven” need evidence that hardly any treatment has.',
  sources: [
    {
      title: 'FTC, Health Products Compliance Guidance (2022)',
      url: 'https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance',
    },
    {
      title: 'FDA, Health Fraud Scams',
      url: 'https://www.fda.gov/consumers/health-fraud-scams',
    },
  ],
  examples: {
    passes: [
      'Prolotherapy does not cure back pain.',
      'Be careful with anyone who promises a cure.',
      'Can it cure my sciatica?',
      'Tell the nurse if you have breakthrough pain.',
      'The blood test showed a proven infection.',
      'Most grazes heal completely within ten days.',
      'Antibiotics cure most bladder infections.',
      'The aim of the research is to find new ways to treat and, in the end, cure the disease.',
      'An operation usually cures the hernia.',
      'Be sure to bring a list of your medicines.',
      'Uncontrolled glaucoma can cause permanent blindness.',
    ],
    fails: [
      'This treatment repairs injured tissue.',
      'Our injections cured his back pain.',
      'Lasting relief is guaranteed.',
      'A clinically proven remedy that works for everyone.',
      'Say goodbye to your sciatica once and for all.',
      'A study found that PRP cures arthritis.',
      'Nothing hurts like arthritis: our injections cure it.',
      'Looking for a cure?',
    ],
  },
  *check({passages}) {
    yield* find(passages)
  },
}
