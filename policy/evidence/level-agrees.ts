// The level of evidence of a therapy agrees with what its own page says of all the evidence.

import {isQuestion} from '../claims/negation.ts'
import {exampleText} from '../examples/text.ts'
import {flawIn, type Rule} from '../rule.ts'
import type {Passage} from '../text/passages.ts'
import {anyOf, type Pattern} from '../text/pattern.ts'
import {oneOf} from '../text/phrases.ts'
import {findInPlain} from '../text/plain.ts'
import type {Sentence} from '../text/sentences.ts'
import {spanOf, type Span} from '../text/span.ts'

/** All studies, not some: `Trials`, and not `These trials` or `Trials in discs`. */
const STUDIES = '(?:the |good |large )*(?:trials|studies|reviews|researchers|experts|results)'
const IT = '(?:it|they|this|the treatment|the therapy)'
const HELPS = '(?:helps?|works?|(?:eases?|relieves?|reduces?) (?:back |low back )?pain)'

/** That the evidence is not settled. */
export const disagreements: readonly Pattern[] = [
  {
    name: 'studies disagree',
    source: `${STUDIES} (?:still |often )?${oneOf('disagree', "do(?: not|n['’]t) agree", 'conflict', 'contradict each other', 'are (?:mixed|divided)')}`,
    fires: ['Trials do not agree.', 'Studies still disagree.', 'Results are mixed.'],
    quiet: ['Trials agree.', 'Some people disagree.'],
  },
  {
    name: 'no study shows that it helps',
    source: `no (?:good |large |sound )*(?:trial|study|review|research|evidence)(?: [\\w’]+){0,5}? (?:shows?|shown|proves?|proved|found|finds?|says?|that|whether) (?:that )?${IT} ${HELPS}`,
    fires: ['No good trial shows that it helps.', 'No study that we know of shows that it works.'],
    quiet: ['A good trial shows that it helps.'],
  },
  {
    name: 'it is not known whether it helps',
    source: `${oneOf('(?:nobody|no one)(?: yet)? (?:knows|can say|can tell)(?: for (?:sure|certain))?', "we (?:do not|don['’]t|cannot) (?:know|say|tell)(?: yet)?", 'it is (?:not (?:yet )?(?:known|clear)|unclear|unknown|uncertain)')} (?:whether|if|that) ${IT} ${HELPS}`,
    fires: ['Nobody knows whether it works.', 'It is not known whether it helps.'],
    quiet: ['We know that it works.', 'Nobody knows how it works.'],
  },
  {
    name: 'the evidence is weak',
    source:
      '(?:the evidence|evidence) (?:is |remains |so far |still |very )*(?:limited|conflicting|weak|thin|mixed|poor|insufficient|lacking)',
    fires: ['The evidence is still weak.', 'We call the evidence limited.'],
    quiet: ['The evidence is strong.'],
  },
]

/** That the therapy helps for sure. */
export const agreements: readonly Pattern[] = [
  {
    name: 'studies agree that it helps',
    source: `(?:all |most )?${STUDIES} (?:now |all |clearly )?agree that ${IT} ${HELPS}`,
    fires: ['Studies agree that it helps.', 'All good trials agree that it works.'],
    quiet: ['Studies agree that it does not help.', 'Studies agree.'],
  },
  {
    name: 'strong evidence that it helps',
    source: `(?:strong|good|solid|convincing|clear) evidence that ${IT} ${HELPS}`,
    fires: ['There is strong evidence that it helps.'],
    quiet: ['There is weak evidence that it helps.'],
  },
]

/** That the evidence is settled, for or against. */
export const strengths: readonly Pattern[] = [
  {
    name: 'the evidence is strong',
    source:
      '(?:the evidence|evidence) (?:is |so far |now |very )*(?:strong|convincing|conclusive|solid)',
    fires: ['The evidence is strong.', 'We call the evidence very strong.'],
    quiet: ['The evidence is not strong.', 'The evidence is weak.'],
  },
]

/** Where a statement about the therapy as a whole begins. */
const START =
  '(?:^|[;:—–] ?|, (?:and|but|so|yet) |, (?:although|though|because) )["“]?(?:(?:so far|overall|until now|to date|in short|as yet|today|however|still|taken together),? |we (?:call|find|say that) |there is )?'

/** What follows such a statement: its end, or pain in the back, which the library is about. */
const END =
  '(?!\\w)(?! (?:(?:in|for|after|over|at|with|beyond|among|better|than|when|if|as|on (?!whether|if)|about)\\b)(?! (?:low(?:er)? )?back pain\\b))'

function statementOf(patterns: readonly Pattern[]): RegExp {
  return new RegExp(`${START}(?<words>${anyOf(patterns)})${END}`, 'i')
}

interface Contradiction {
  readonly pattern: RegExp
  readonly message: string
}

const SETTLED: Contradiction = {
  pattern: statementOf(disagreements),
  message: 'does not agree with the level of evidence, which says that good or fair studies agree',
}

const UNSETTLED: Contradiction = {
  pattern: statementOf([...agreements, ...strengths]),
  message: 'does not agree with the level of evidence, which says that this is not known',
}

const NO_BENEFIT: Contradiction = {
  pattern: statementOf(agreements),
  message: 'does not agree with the level of evidence, which says that no benefit was found',
}

const contradictions: ReadonlyMap<unknown, Contradiction> = new Map([
  ['strong', SETTLED],
  ['moderate', SETTLED],
  ['limited', UNSETTLED],
  ['conflicting', UNSETTLED],
  ['insufficient', UNSETTLED],
  ['noBenefit', NO_BENEFIT],
])

const HINT = 'Correct the level or the words. Readers see both on the same page.'

function therapy(evidenceLevel: string, fields: object) {
  return {_id: 'therapy', _type: 'therapyType', evidenceLevel, evidenceSetting: 'alone', ...fields}
}

export const levelAgrees: Rule = {
  id: 'evidence/level-agrees',
  title: 'The level of evidence agrees with the text of its therapy',
  severity: 'warning',
  reads: 'English',
  rationale:
    'Many readers look at the level and read no further. If it says “Strong” and the text below says that trials do not agree, one of the two is wrong. The rule reads what the summary and the part on the evidence say of the therapy as a whole, and not what they say of one study, one place in the body or one group of people.',
  sources: [
    {
      title: 'GRADE handbook (quality of evidence)',
      url: 'https://gdt.gradepro.org/app/handbook/handbook.html',
    },
  ],
  examples: {
    passes: [
      {
        says: 'The level is “Conflicting”, and the summary says “Trials do not agree.”',
        document: therapy('conflicting', {summary: 'Trials do not agree.'}),
      },
      {
        says: 'The level is “Moderate”, and the evidence says “In discs, trials do not agree.”',
        document: therapy('moderate', {evidence: exampleText('In discs, trials do not agree.')}),
      },
    ],
    fails: [
      {
        says: 'The level is “Strong”, and the summary says “Trials do not agree.”',
        document: therapy('strong', {summary: 'Trials do not agree.'}),
      },
      {
        says: 'The level is “Moderate”, and the evidence says “So far, no good trial shows that it helps.”',
        document: therapy('moderate', {
          evidence: exampleText('So far, no good trial shows that it helps.'),
        }),
      },
      {
        says: 'The level is “Conflicting”, and the summary says “Studies agree that it helps.”',
        document: therapy('conflicting', {summary: 'Studies agree that it helps.'}),
      },
    ],
  },
  *check({document, passages}) {
    if (document._type !== 'therapyType') return
    const contradiction = contradictions.get(document.evidenceLevel)
    if (!contradiction) return
    for (const {passage, sentence} of onTheWhole(passages)) {
      const words = wordsOf(sentence.text, contradiction)
      if (!words) continue
      yield flawIn(passage, sentence, words, {message: contradiction.message, hint: HINT})
    }
  },
}

/** A sentence that limits what it and the next ones say to a place, a group or a kind of the therapy. */
const NARROWS = /^\W*(?:in|for|with|among|after|at|on)\b/i

/** The sentences of the summary, and those of the evidence before its first heading that narrow nothing. */
function* onTheWhole(
  passages: readonly Passage[],
): Generator<{readonly passage: Passage; readonly sentence: Sentence}> {
  for (const passage of passages) {
    const isEvidence = passage.path.startsWith('evidence[')
    if (isEvidence && passage.role === 'heading') return
    if (passage.path !== 'summary' && !(isEvidence && passage.role === 'text')) continue
    for (const sentence of passage.sentences) {
      if (isEvidence && NARROWS.test(sentence.text)) break
      yield {passage, sentence}
    }
  }
}

/** Where a sentence says the contrary of the level; undefined if it does not. */
function wordsOf(sentence: string, {pattern}: Contradiction): Span | undefined {
  return findInPlain(sentence, (plain) =>
    isQuestion(plain) ? undefined : spanOf(pattern.exec(plain)),
  )
}
