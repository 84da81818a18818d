// Finds wordings that play down what an injection is, or that make other care look harmful.

import type {Rule} from '../rule.ts'
import {
  HAZARD,
  PHYSIOLOGY,
  isAdvice,
  isNaturalElsewhere,
  isNoPromise,
  ofScan,
  scan,
  treatment,
} from './exceptions/framing.ts'
import {framed} from './frames/framing.ts'
import {
  bodysOwn,
  drugFree,
  harmfulMedicines,
  natural,
  nonInvasive,
  surgeryAvoided,
} from './patterns/framing.ts'
import {finderOf, type Wording} from './wordings.ts'

export const wordings: readonly Wording[] = [
  {
    patterns: nonInvasive,
    message: 'makes it look as if nothing went into the body',
    hint: 'Say plainly that a needle goes in, and where.',
    unless: ({sentence, after}) =>
      ofScan.test(after) || (scan.test(sentence) && !treatment.test(sentence)),
  },
  {
    patterns: natural,
    message: 'promotes a treatment by calling it natural',
    hint: 'Natural things can do harm too. Say what is in it and what studies found.',
    unless: isNaturalElsewhere,
  },
  {
    patterns: bodysOwn,
    message: 'promotes a treatment as the body’s own work',
    hint: 'Say what is injected and what studies found.',
    unless: ({sentence}) => PHYSIOLOGY.test(sentence),
  },
  {
    patterns: harmfulMedicines,
    evenDenied: true,
    message: 'makes medicines look worse than they are',
    hint: 'Say how each treatment can help the reader, and what harm it can do.',
    unless: ({before, sentence}) =>
      /\b(?:is|be|are|as|not|n['’]t) (?:an? )?$/i.test(before) || HAZARD.test(sentence),
  },
  {
    patterns: drugFree,
    message: 'compares a treatment with medicines as if medicines only did harm',
    hint: 'Say how each treatment can help the reader, and what harm it can do.',
    unless: (found) =>
      isAdvice(found) ||
      HAZARD.test(found.sentence) ||
      /^ (?:workplace|zone|schools?|policy|living|home|area|interval|holiday|period|days?|week)/i.test(
        found.after,
      ),
  },
  {
    patterns: surgeryAvoided,
    message: 'promises that surgery can be avoided',
    hint: 'Say for whom surgery is an option, and that this treatment may not change that.',
    unless: isNoPromise,
  },
]

const find = finderOf(wordings, framed)

export const framing: Rule = {
  id: 'claims/framing',
  title: 'An injection is called an injection, and other care is described fairly',
  severity: 'error',
  reads: 'English',
  rationale:
    'A needle goes into the body, so an injection is not “non-invasive”. “Natural” and “drug-free” say nothing about benefit or harm. A promise that surgery can be avoided may keep people from an operation that they need. Readers can only choose when each choice is described fairly.',
  sources: [
    {
      title: 'FTC, Health Products Compliance Guidance (2022)',
      url: 'https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance',
    },
    {
      title: 'Patient Information Forum, PIF TICK criteria',
      url: 'https://pifonline.org.uk/pif-tick/',
    },
  ],
  examples: {
    passes: [
      'Ultrasound is a non-invasive scan.',
      'People who want to avoid surgery can ask about exercise.',
      'It is not a sure way to avoid surgery.',
      'Sit near a window with natural light.',
      'Advertisements may call it natural or drug-free.',
    ],
    fails: [
      'It is a non-invasive treatment for sore joints.',
      'The treatment works without the use of harmful drugs.',
      'Prolotherapy helps patients to avoid surgery in many cases.',
      'A natural way to heal.',
      "It uses the body's own healing power.",
    ],
  },
  *check({passages}) {
    yield* find(passages)
  },
}
