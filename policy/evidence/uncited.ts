// Asks for a citation where a sentence makes a claim that needs a source.

import {once} from '../../review/once.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {governedItems} from '../claims/lead-in.ts'
import {allReferences} from '../references.ts'
import {flawIn, type Rule} from '../rule.ts'
import type {Passage, Role} from '../text/passages.ts'
import {placeIn, plainOf} from '../text/plain.ts'
import type {Sentence} from '../text/sentences.ts'
import {isWithin, listFor, wordsSourcedBy} from './beside.ts'
import {needsOf, type Need} from './needs-source.ts'

const says: Readonly<Record<Need['kind'], string>> = {
  effect: 'states an effect on health without a source',
  safety: 'says that some people can safely have it, without a source',
  frequency: 'states how often something happens without a source',
  duration: 'states how long something lasts without a source',
  comparison: 'makes a comparison without a source',
}

/** A list item that continues the line before its list, such as `you have a fever`, states nothing alone. */
function isFragment({role, text}: Passage): boolean {
  return role === 'listItem' && /^\p{Ll}/u.test(text)
}

/** A row of a table, by the path of one of its cells. A citation in one cell may support the others. */
function rowOf({path}: Passage): string | undefined {
  return /^(.*\.rows\[[^\]]*\])\.cells\[/.exec(path)?.[1]
}

/**
 * Returns a test of whether words have their sources elsewhere: in the field beside them, in that of their table, or
 * in another cell of their row.
 */
function sourcedElsewhere(document: StoredDocument, passages: readonly Passage[]) {
  const fields = allReferences(document).flatMap(wordsSourcedBy)
  const rows = new Set(passages.filter(isCited).map(rowOf))
  return (passage: Passage): boolean => {
    const row = rowOf(passage)
    return (row !== undefined && rows.has(row)) || fields.some((field) => isWithin(passage, field))
  }
}

function isCited({marks}: Passage): boolean {
  return marks.some(({type}) => type === 'citation')
}

function hintFor(passage: Passage, document: StoredDocument): string {
  if (canCite(passage)) {
    return passage.role === 'cell'
      ? 'Cite the study or guideline that supports it here or in another cell of the row, or add it to the sources of the table.'
      : 'Cite the study or guideline that supports it, or say that it is not known.'
  }
  const list = listFor(passage, document)
  return list === undefined
    ? 'Say it in the text too, with a citation there. Then answer with that reason.'
    : `Add the study or guideline that supports it to the field “${list}”.`
}

const CITING: ReadonlySet<Role> = new Set(['text', 'listItem', 'quote', 'cell'])

/** Only a block of Portable Text can hold a citation, and headings have none. */
function canCite({role, style}: Passage): boolean {
  return style !== undefined && CITING.has(role)
}

/** Whether a passage holds text of a field of its own, such as the words in a picture. */
function isPlainField({path}: Passage): boolean {
  return /(?:^|\.)(?:words|regulatoryStatus)$/.test(path)
}

const SHORT: ReadonlySet<Role> = new Set(['summary', 'search', 'alternative', 'cell'])

/**
 * Whether a passage says in short what its page says with sources: a summary, a description for search, the
 * words beside a picture, a cell of a table, a side effect. Readers who read no more still take its figures along.
 */
function isInShort({role, path}: Passage): boolean {
  return SHORT.has(role) || path.endsWith('.caption') || path.startsWith('sideEffects[')
}

/** Words that find no difference. They promise nothing. */
const NO_GAIN = /^(?:no (?:better|more|faster|difference)|the same|did no better)\b/i

/** Whether words that say something in short need a source: how many people, how rare, for whom it is safe. */
function isFigure({kind, start, end}: Need, text: string): boolean {
  return (
    kind === 'frequency' ||
    kind === 'safety' ||
    (kind === 'comparison' && !NO_GAIN.test(text.slice(start, end)))
  )
}

/** The sentences without a citation in them or in a neighbour: one citation may support both. */
function sourceless({sentences, marks}: Passage): readonly Sentence[] {
  const citations = marks.filter(({type}) => type === 'citation')
  if (citations.length === 0) return sentences
  // Sentences and citations are both in order, so one pass over each is enough.
  let [next, reach] = [0, 0]
  const cited = sentences.map((sentence) => {
    for (let citation = citations[next]; citation; citation = citations[next]) {
      if (citation.start >= sentence.end) break
      reach = Math.max(reach, citation.end)
      next += 1
    }
    return sentence.start < reach
  })
  return sentences.filter(
    (_, index) => !cited.slice(Math.max(0, index - 1), index + 2).includes(true),
  )
}

export const uncited: Rule = {
  id: 'evidence/uncited',
  title: 'Statements on effects, frequencies and comparisons have a source',
  severity: 'warning',
  reads: 'English',
  rationale:
    'Readers and reviewers can only check a statement if they can trace it. PIF TICK asks that information is based on evidence and that its sources are given.',
  sources: [
    {
      title: 'Patient Information Forum, PIF TICK criteria',
      url: 'https://pifonline.org.uk/pif-tick/',
    },
    {
      title: 'FTC, Health Products Compliance Guidance (2022)',
      url: 'https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance',
    },
  ],
  examples: {
    passes: [
      'Ligaments are bands that tie bones together.',
      'Call your doctor if the pain gets worse.',
      'Nobody knows whether the treatment works.',
      'We do not know whether it is safe in pregnancy.',
      'It is not known to be safe for children.',
      'Steroid injections are given into a joint to help with pain.',
      'Symptoms of this disorder include joint pain and weak muscles.',
      'No high-quality studies on the treatment and its effects have been found.',
      {
        says: 'A summary says “Exercise can ease back pain.” It gives no figure.',
        document: {_id: 'article', _type: 'article', summary: 'Exercise can ease back pain.'},
      },
      {
        says: 'A summary says “PRP eases back pain in most people.” Its field of sources names a study.',
        document: {
          _id: 'article',
          _type: 'article',
          summary: 'PRP eases back pain in most people.',
          summarySources: [{_type: 'reference', _key: 'a', _ref: 'work'}],
        },
      },
      {
        says: 'The caption of a table says “9 of 10 people were better.” Its field of sources names a study.',
        document: {
          _id: 'article',
          _type: 'article',
          body: [
            {
              _type: 'richTable',
              _key: 'a',
              caption: '9 of 10 people were better.',
              sources: [{_type: 'reference', _key: 'a', _ref: 'work'}],
            },
          ],
        },
      },
      {
        says: 'Exercise eases back pain. (With a citation.)',
        document: {
          _id: 'article',
          _type: 'article',
          body: [
            {
              _type: 'block',
              _key: 'a',
              style: 'normal',
              children: [{_type: 'span', text: 'Exercise eases back pain.', marks: ['m']}],
              markDefs: [{_type: 'citation', _key: 'm', reference: {_ref: 'work'}}],
            },
          ],
        },
      },
    ],
    fails: [
      'Exercise eases back pain.',
      'PRP is safe in pregnancy.',
      'Children do well with it.',
      'It stimulates the repair of tissue.',
      'Meditation can improve attention.',
      'Most people recover within six weeks.',
      'It worked no better than salt water.',
      'Serious harm is thought to be rare.',
      '9 of 10 people were better after a year.',
      'Nine out of ten people were better after a year.',
      {
        says: 'A drawing shows the words “9 of 10 people were better”.',
        document: {
          _id: 'article',
          _type: 'article',
          images: [{_type: 'figure', _key: 'a', words: '9 of 10 people were better.'}],
        },
      },
      {
        says: 'A summary says “PRP eases back pain in most people.”',
        document: {
          _id: 'article',
          _type: 'article',
          summary: 'PRP eases back pain in most people.',
        },
      },
      {
        says: 'A summary says “PRP is safe for people with diabetes.”',
        document: {
          _id: 'article',
          _type: 'article',
          summary: 'PRP is safe for people with diabetes.',
        },
      },
    ],
  },
  *check({document, passages}) {
    const governed = governedItems(passages)
    const isSourced = once(() => sourcedElsewhere(document, passages))
    const bare = passages
      .filter((passage) => canCite(passage) || isPlainField(passage) || isInShort(passage))
      .filter((passage) => !isFragment(passage) && !governed.has(passage))
      .flatMap((passage) =>
        sourceless(passage).map((sentence) => ({passage, sentence, plain: plainOf(sentence.text)})),
      )
    const needs = needsOf(bare.map(({plain}) => plain.text))
    for (const [index, {passage, sentence, plain}] of bare.entries()) {
      const need = needs[index]
      if (!need || (isInShort(passage) && !isFigure(need, plain.text))) continue
      if (isSourced()(passage)) continue
      yield flawIn(passage, sentence, placeIn(plain.origin, need), {
        message: says[need.kind],
        hint: hintFor(passage, document),
      })
    }
  },
}
