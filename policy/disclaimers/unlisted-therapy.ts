// A therapy that a page names without listing it brings the page none of its disclaimers.

import {mainLanguage} from '../../schemas/data/languages.ts'
import {coveredTherapies} from '../coverage.ts'
import {exampleDisclaimers} from '../examples/disclaimers.ts'
import {exampleReference, exampleText} from '../examples/text.ts'
import {itemsOf, targetOf} from '../references.ts'
import {flawIn, type Context, type Flaw, type Rule, type TherapyRecord} from '../rule.ts'
import {ownLanguage} from '../text/english.ts'
import {annotated} from '../text/marked.ts'
import type {Passage} from '../text/passages.ts'
import {therapyNames, type TherapyNames} from '../therapy-names.ts'
import {applicableAnywhere} from './required.ts'

/** The types that have a list of therapies. */
const listing: ReadonlySet<string> = new Set(['article', 'faq'])

const text = exampleText('PRP is made from your own blood.')

const context: Partial<Context> = {
  therapies: new Map([
    [
      'prp',
      {
        id: 'prp',
        names: ['Platelet-rich plasma (PRP)', 'PRP'],
        evidenceLevel: 'conflicting',
        approvedBy: [],
      },
    ],
  ]),
  ...exampleDisclaimers([
    {
      _id: 'unproven',
      _type: 'disclaimer',
      title: 'This treatment is unproven',
      scope: 'therapies',
      therapies: [exampleReference('prp')],
      priority: 50,
    },
  ]),
}

export const unlistedTherapy: Rule = {
  id: 'disclaimers/unlisted-therapy',
  title: 'A page lists the therapies that it names',
  severity: 'warning',
  rationale:
    'A page carries the disclaimers of the therapies in its list. If the text names another therapy, readers learn about it without the words that have to stand beside it.',
  sources: [
    {
      title: 'FTC: Health Products Compliance Guidance',
      url: 'https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance',
    },
  ],
  examples: {
    passes: [
      {
        says: 'A text that names PRP, on a page that lists it.',
        document: {
          _id: 'a',
          _type: 'article',
          body: text,
          therapies: [exampleReference('prp')],
        },
        context,
      },
      {
        says: 'A link to the page on PRP, which carries the disclaimers itself.',
        document: {
          _id: 'a',
          _type: 'article',
          body: exampleText('Read about', [
            'PRP',
            {mark: {_type: 'internalLink', reference: exampleReference('prp')}},
          ]),
        },
        context,
      },
      {
        says: 'A text that names PRP, where no disclaimer is about it.',
        document: {_id: 'a', _type: 'article', body: text},
        context: {...context, ...exampleDisclaimers([])},
      },
    ],
    fails: [
      {
        says: 'A text that names PRP, on a page that does not list it.',
        document: {_id: 'a', _type: 'article', body: text},
        context,
      },
      {
        says: 'A text about “platelet-rich plasma”, on a page that does not list it.',
        document: {_id: 'a', _type: 'article', body: exampleText('We use platelet-rich plasma.')},
        context,
      },
    ],
  },
  *check({document, passages}, known) {
    if (!listing.has(document._type)) return
    const names = therapyNames(known.therapies)
    if (!names) return
    const covered = new Set(coveredTherapies(document))
    const own = ownLanguage(document)
    const isInLanguage = ({language = 'en'}: TherapyRecord): boolean =>
      mainLanguage(language) === own
    const carried = new Set(applicableAnywhere(document, known).map(({_id}) => _id))
    for (const passage of passages) {
      if (passage.role === 'search' || !names.pattern.test(passage.text)) continue
      for (const {therapy, isLinked, flaw} of namedIn(passage, names)) {
        if (covered.has(therapy.id) || isLinked || !isInLanguage(therapy)) continue
        // One finding for each therapy.
        covered.add(therapy.id)
        const listed = {
          ...document,
          therapies: [...itemsOf(document.therapies), {_key: '', _ref: therapy.id}],
        }
        const lacking = applicableAnywhere(listed, known).filter(({_id}) => !carried.has(_id))
        if (lacking.length > 0) yield flaw(lacking.map(({_id}) => known.disclaimers.titleOf(_id)))
      }
    }
  },
}

interface Mention {
  readonly therapy: TherapyRecord
  /** Whether the words are a link to the page of the therapy. */
  readonly isLinked: boolean
  /** What is wrong with it, given the titles of the disclaimers that the page lacks. */
  readonly flaw: (lacking: readonly string[]) => Flaw
}

function* namedIn(passage: Passage, {pattern, therapies}: TherapyNames): Generator<Mention> {
  for (const sentence of passage.sentences) {
    for (const {0: words, index} of sentence.text.matchAll(new RegExp(pattern, 'giu'))) {
      const place = {start: index, end: index + words.length}
      for (const therapy of therapies.get(words.toLowerCase()) ?? []) {
        yield {
          therapy,
          isLinked: linksTo(therapy, passage, sentence.start + index),
          flaw: (lacking) =>
            flawIn(passage, sentence, place, {
              message: `names a therapy that the page does not list, so the page lacks ${lacking.map((title) => `“${title}”`).join(', ')}`,
              hint: `Add ${therapy.names[0] ?? therapy.id} to Therapies, or leave the therapy out of the text.`,
            }),
        }
      }
    }
  }
}

function linksTo({id}: TherapyRecord, passage: Passage, position: number): boolean {
  return annotated(passage, 'internalLink').some(
    ({definition, start, end}) =>
      start <= position &&
      position < end &&
      'reference' in definition &&
      targetOf(definition.reference) === id,
  )
}
