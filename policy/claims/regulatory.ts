// Finds statements that a regulator has approved a therapy, unless the therapy's record says so.

import {referencesIn} from '../references.ts'
import type {Context, Rule, Subject, TherapyRecord} from '../rule.ts'
import {wholeWords} from '../text/phrases.ts'
import {isAboutNone, isElsewhere, ofTreatment} from './exceptions/regulatory.ts'
import {framed} from './frames/regulatory.ts'
import {UNSAID, approvals, approved, regulators} from './patterns/regulatory.ts'
import {finderOf, type Wording} from './wordings.ts'

const advice = {
  message: 'says that a regulator has approved it',
  hint: 'Say which regulator has approved what, and for which use. If none has, say so.',
}

export const wordings: readonly Wording[] = [
  {
    ...advice,
    certainIn: 'promotion',
    patterns: approved,
    unless: (found) =>
      isElsewhere(found) ||
      (new RegExp(`^${UNSAID}`, 'i').test(found.words) && !ofTreatment.test(found.after)),
  },
  {...advice, certainIn: 'promotion', patterns: approvals, unless: isAboutNone},
]

/** The therapies that a sentence is about: those it names, or the document's, or all of them. */
function therapiesOf(
  sentence: string,
  {document}: Subject,
  {therapies}: Context,
): readonly TherapyRecord[] {
  const all = [...therapies.values()]
  const named = all.filter(({names}) => names.some((name) => namePattern(name).test(sentence)))
  if (named.length > 0) return named
  const listed = referencesIn(document.therapies).map(({target}) => target)
  const about = new Set([document._id, ...listed])
  const covered = all.filter(({id}) => about.has(id))
  return covered.length > 0 ? covered : all
}

function namePattern(name: string): RegExp {
  return wholeWords(name.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`))
}

function regulatorIn(words: string): string | undefined {
  return Object.keys(regulators).find((name) => wholeWords(regulators[name] ?? name).test(words))
}

const find = finderOf(wordings, framed)

export const regulatory: Rule = {
  id: 'claims/regulatory',
  title: 'The text only claims a regulator’s approval that is in the therapy’s record',
  severity: 'error',
  reads: 'English',
  rationale:
    'Readers take “FDA approved” to mean that a treatment has been checked, works and is safe. The FDA has approved no stem cell or exosome product for joint or back pain and warns about clinics that claim its approval.',
  sources: [
    {
      title:
        'FDA, Important Patient and Consumer Information About Regenerative Medicine Therapies',
      url: 'https://www.fda.gov/vaccines-blood-biologics/consumers-biologics/important-patient-and-consumer-information-about-regenerative-medicine-therapies',
    },
    {
      title: 'FDA, Is It Really “FDA Approved”?',
      url: 'https://www.fda.gov/consumers/consumer-updates/it-really-fda-approved',
    },
  ],
  examples: {
    passes: [
      'The FDA has not approved PRP for back pain.',
      'The FDA has approved dextrose for other uses, such as low blood sugar.',
      'This study was approved by the ethics committee.',
      {
        says: 'Our dextrose injection is approved by the FDA. (The record of that therapy says so.)',
        document: {
          _id: 'article',
          _type: 'article',
          title: 'Our dextrose injection is approved by the FDA',
        },
        context: {
          therapies: new Map([
            [
              'dextrose',
              {id: 'dextrose', names: ['Dextrose'], evidenceLevel: 'limited', approvedBy: ['FDA']},
            ],
          ]),
        },
      },
    ],
    fails: [
      'Our injections are approved by the FDA.',
      'NICE recommends prolotherapy.',
      'A government-approved treatment.',
    ],
  },
  *check(subject, context) {
    for (const flaw of find(subject.passages)) {
      const regulator = regulatorIn(flaw.quote?.text ?? '')
      const isApproved =
        regulator !== undefined &&
        context.therapies.size > 0 &&
        therapiesOf(flaw.sentence ?? '', subject, context).every(({approvedBy}) =>
          approvedBy.includes(regulator),
        )
      if (!isApproved) yield flaw
    }
  },
}
