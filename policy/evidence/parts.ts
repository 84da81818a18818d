// Requires parts on the evidence, the risks and the alternatives in an article about a treatment, and serious
// risks on the page of the treatment itself.

import type {StoredDocument} from '../../review/revision.ts'
import {isBlank} from '../characters.ts'
import {exampleReference, exampleText} from '../examples/text.ts'
import {itemsOf, referencesIn, stringOf} from '../references.ts'
import type {Rule} from '../rule.ts'
import {isMostlyEnglish} from '../text/english.ts'
import {oneOf, wholeWords} from '../text/phrases.ts'

interface Part {
  /** Words in a heading that show that this part follows. */
  readonly heading: RegExp
  readonly message: string
  readonly hint: string
}

const needed: readonly Part[] = [
  {
    heading:
      /\b(?:evidence|stud(?:y|ies)|research|trials?|science|effective(?:ness)?|how well|what is known|do(?:es)? .{0,100}\b(?:work|help))\b/i,
    message: 'has no part on what the evidence says',
    hint: 'Add a heading such as “What the evidence says”, and write below it what studies found, or that there are none.',
  },
  {
    heading: wholeWords(
      oneOf(
        'risks?|side[ -]effects?|safety|safe|harms?|harmful|complications?|dangers?|downsides?',
        "adverse|go wrong|unwanted effects?|who should(?: not|n[’']t)|who should avoid|not suitable",
      ),
    ),
    message: 'has no part on risks',
    hint: 'Add a heading such as “Risks and who should not have it”, and write below it what can go wrong, how often, and who should not have the treatment.',
  },
  {
    heading:
      /\b(?:alternatives?|choices|options|what else|instead|(?:other|different) (?:treatments?|therap(?:y|ies)|ways|approaches|care))\b/i,
    message: 'names no alternative',
    hint: 'Add a heading such as “Other choices”, and write below it what else a reader could try. Waiting is a choice too.',
  },
]

/** An article on a therapy with such headings, and words below each. */
function describing(...headings: string[]): StoredDocument {
  return {
    _id: 'article',
    _type: 'article',
    therapies: [exampleReference('therapy')],
    body: exampleText(
      ...headings.flatMap((heading) => [[heading, {style: 'h2'}] as const, 'Some words.']),
    ),
  }
}

export const requiredParts: Rule = {
  id: 'evidence/parts',
  title: 'A treatment is shown with its evidence, its risks and the alternatives',
  severity: 'error',
  rationale:
    'Readers can only weigh a treatment if they know its risks and the other choices, including doing nothing. DISCERN asks for each of these. A page that only shows the card of a treatment, such as a list of questions for a visit, does not describe the treatment. Do not list the treatment under “Therapies” on such a page. The rule knows the words of headings in English only.',
  sources: [
    {
      title: 'DISCERN: quick reference guide to the criteria (6, 8, 10 to 12 and 14)',
      url: 'http://www.discern.org.uk/quick_reference_guide.php',
    },
    {title: 'PIF TICK criteria (4: Evidence)', url: 'https://pifonline.org.uk/pif-tick/'},
  ],
  examples: {
    passes: [
      {
        says: 'An article on a therapy has “What studies found”, “Risks” and “Other choices”, and words below each.',
        document: describing('What studies found', 'Risks', 'Other choices'),
      },
      {
        says: 'An article that helps to prepare for a visit lists no therapy that it describes.',
        document: {...describing('Before the visit'), therapies: []},
      },
      {
        says: 'The page of a therapy names a serious risk.',
        document: {
          _id: 'therapy',
          _type: 'therapyType',
          seriousRisks: [{risk: 'An infection', frequency: 'notKnown'}],
        },
      },
    ],
    fails: [
      {
        says: 'An article on a therapy has “What studies found” and “Risks”, but not what else there is.',
        document: describing('What studies found', 'Risks'),
      },
      {
        says: 'The page of a therapy names no serious risk.',
        document: {_id: 'therapy', _type: 'therapyType', sideEffects: ['Soreness']},
      },
    ],
  },
  *check(subject) {
    const {document} = subject
    if (document._type === 'therapyType' && itemsOf(document.seriousRisks).length === 0) {
      yield {
        path: 'seriousRisks',
        subject: 'The list of serious risks',
        message: 'is empty, so readers learn of no serious risk',
        hint: 'Name the worst that can happen, and choose how often it happens, or that this is not known.',
      }
    }
    if (document._type !== 'article' || referencesIn(document.therapies).length === 0) return
    // A translation has the parts of its source. The words of other headings are unknown.
    if (!isMostlyEnglish(subject)) return
    const headings = headingsWithWords(itemsOf(document.body))
    for (const {heading, message, hint} of needed) {
      if (!headings.some((text) => heading.test(text)))
        yield {path: 'body', subject: 'The body', message, hint}
    }
  },
}

/** The texts of the headings with something below them, directly or under a lower heading. */
function headingsWithWords(blocks: readonly object[]): string[] {
  const texts: string[] = []
  let open: {readonly text: string; readonly rank: number}[] = []
  for (const block of blocks) {
    const rank = rankOf(block)
    if (rank !== undefined) {
      open = [...open.filter((above) => above.rank < rank), {text: textOf(block), rank}]
    } else if (open.length > 0 && !isBlank(textOf(block))) {
      for (const heading of open) texts.push(heading.text)
      open = []
    }
  }
  return texts
}

/** 2 for an `h2`; undefined for a block that is not a heading. */
function rankOf(block: object): number | undefined {
  const style = 'style' in block && typeof block.style === 'string' ? block.style : ''
  return /^h[1-6]$/.test(style) ? Number(style.slice(1)) : undefined
}

/** The words of a text block; for another block, such as a card or a table, its type, since it is content too. */
function textOf(block: object): string {
  if ('_type' in block && block._type !== 'block') return stringOf(block._type)
  return itemsOf('children' in block ? block.children : undefined)
    .map((child) => ('text' in child && typeof child.text === 'string' ? child.text : ''))
    .join('')
}
