// The library lists clinics and must not praise them.

import {onceFor} from '../../review/once.ts'
import {exampleText} from '../examples/text.ts'
import {flawIn, type ClinicRecord, type Context, type Flaw, type Rule} from '../rule.ts'
import type {Passage} from '../text/passages.ts'
import {oneOf, wholeWords} from '../text/phrases.ts'
import type {Sentence} from '../text/sentences.ts'

const praise = wholeWords(
  oneOf(
    'we (?:highly |strongly |warmly )?recommend|(?:highly |strongly |warmly )?recommended',
    'leading(?! to\\b)|(?<!\\bat )best(?! (?:to|time|way|practice)\\b)|finest|outstanding|excellent',
    'top[- ](?:rated|ranked|class)|(?:most )?trusted|award[- ]winning|five[- ]star|number one',
    'world[- ](?:class|famous|renowned)|renowned|premier|state[- ]of[- ]the[- ]art|experts? in',
  ),
  'gi',
)

/** Words that negate the praise after them: "is not the best". */
const DENIED = /\b(?:not|no|nor|never)\b(?: \w+){0,2} $/i

function article(text: string) {
  return {_id: 'a', _type: 'article', body: exampleText(text)}
}

const context: Partial<Context> = {
  clinics: [{id: 'clinic', name: 'Hillside Spine Clinic', website: undefined}],
}

export const clinicEndorsement: Rule = {
  id: 'interests/clinic-endorsement',
  title: 'No clinic is praised or recommended',
  severity: 'warning',
  reads: 'English',
  rationale:
    'Readers take praise from a health library as an independent judgement of quality. The library has not made such a judgement. Say where a clinic is and what it offers.',
  sources: [
    {
      title: 'FTC: Guides Concerning the Use of Endorsements and Testimonials (16 CFR 255)',
      url: 'https://www.ecfr.gov/current/title-16/chapter-I/subchapter-B/part-255',
    },
    {
      title: 'MedlinePlus: Evaluating Health Information',
      url: 'https://medlineplus.gov/evaluatinghealthinformation.html',
    },
  ],
  examples: {
    passes: [
      {
        says: 'Hillside Spine Clinic offers PRP on weekdays.',
        document: article('Hillside Spine Clinic offers PRP on weekdays.'),
        context,
      },
      {
        says: 'Hillside Spine Clinic is listed, not recommended. (The sentence negates the praise.)',
        document: article('Hillside Spine Clinic is listed, not recommended.'),
        context,
      },
    ],
    fails: [
      {
        says: 'We recommend Hillside Spine Clinic.',
        document: article('We recommend Hillside Spine Clinic.'),
        context,
      },
      {
        says: 'A clinic is called “Portland’s Leading Spine Clinic”.',
        document: {_id: 'clinic', _type: 'clinic', name: 'Portland’s Leading Spine Clinic'},
      },
    ],
  },
  *check({document, passages}, {clinics}) {
    const names = namesOf(clinics)
    const isClinic = document._type === 'clinic'
    for (const passage of passages) {
      const isOwnName = isClinic && passage.path === 'name'
      if (!isOwnName && !names?.test(passage.text)) continue
      for (const sentence of passage.sentences) {
        if (isOwnName || names?.test(sentence.text)) yield* praiseIn(passage, sentence)
      }
    }
  },
}

function* praiseIn(passage: Passage, sentence: Sentence): Generator<Flaw> {
  for (const {0: words, index} of sentence.text.matchAll(praise)) {
    if (DENIED.test(sentence.text.slice(0, index))) continue
    const place = {start: index, end: index + words.length}
    yield flawIn(passage, sentence, place, {
      message: 'praises a clinic',
      hint: 'Remove the praise. Say where the clinic is and what it offers.',
    })
  }
}

/** Matches the name of any clinic, with or without a note in brackets after it. */
const namesOf = onceFor((clinics: readonly ClinicRecord[]): RegExp | undefined => {
  const names = clinics
    .map(({name}) => name.replace(/\s*\([^()]*\)\s*$/, '').trim())
    .filter((name) => name !== '')
    .map((name) => name.replaceAll(/[^\p{L}\p{N}\s]/gu, String.raw`\$&`))
  return names.length === 0 ? undefined : new RegExp(names.join('|'), 'i')
})
