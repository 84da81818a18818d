// Words that deny or doubt others, and phrases that only look like it.

import type {Pattern} from '../../text/pattern.ts'
import {oneOf} from '../../text/phrases.ts'

/** Words that cast doubt on the words before them. */
export const doubts: readonly Pattern[] = [
  {
    name: 'nothing',
    source: '(?<=^ )nothing',
    fires: [' nothing'],
    quiet: ['does nothing'],
  },
  {
    name: 'too good to be true',
    source: oneOf(
      'with (?:caution|suspicion|scepticism|skepticism|a pinch of salt)',
      'too good to be true|if (?:it|that|this) sounds|none of (?:them|these|those)',
      'mere(?:ly)? (?:marketing|advertising)',
    ),
    fires: ['with a pinch of salt', 'if that sounds', 'mere marketing'],
    quiet: ['with a glass of water'],
  },
  {
    name: 'is false',
    source: `(?:is|are|was|were|be) (?:\\w+ )?${oneOf(
      'misleading|false|untrue|unfounded|a myth|wishful thinking|nonsense|unrealistic|illegal|wrong',
      'a red flag|a warning sign|a sales pitch|a marketing',
    )}`,
    fires: ['is often misleading', 'are wishful thinking'],
    quiet: ['is often right'],
  },
  {
    name: 'is only advertised',
    source: oneOf(
      '(?:is|are|was|were) (?:\\w+ )?(?:advertised|promised|peddled|touted|marketed|claimed|rumoured)',
      "(?:stories|claims|recoveries|testimonials|adverts|headlines|promises) (?:\\w+ ){0,4}(?:are not|aren['’]t|is not|isn['’]t|should|rarely|seldom|never|prove nothing)",
    ),
    fires: ['are widely touted', 'stories like these prove nothing'],
    quiet: ['are widely used', 'stories like these help'],
  },
  {
    name: 'without evidence',
    source: oneOf(
      'without (?:\\w+ ){0,3}(?:evidence|proof|trials?)(?: behind)?',
      'no (?:\\w+ )?(?:evidence|proof)',
    ),
    fires: ['without any good evidence', 'no real proof'],
    quiet: ['with good evidence'],
  },
]

export const denials: readonly Pattern[] = [
  {
    name: 'not',
    source: oneOf(
      "not|\\w+n['’]t|never|no(?!-(?!one))|none|nobody|no[- ]one|nothing|nowhere|neither|nor|cannot|without",
      'hardly|barely|scarcely|rarely|seldom|few(?: if any)?',
    ),
    fires: ['does not', 'doesn’t', 'no-one', 'hardly'],
    quiet: ['a no-fuss visit', 'a note'],
  },
  {
    name: 'is unlikely to',
    source: oneOf(
      'unlikely|impossible|unable|un(?:proven|realistic)|far from|anything but|less than|short of',
      'fail(?:s|ed)? to|lacks?|instead of|rather than|den(?:y|ies|ied)|doubt(?:s|ed|ful)?|refuses?',
      'stop(?:ped)? (?:saying|claiming|calling|promising)',
    ),
    fires: ['far from', 'failed to', 'They stopped claiming'],
    quiet: ['They stopped walking.', 'near to'],
  },
]

/** Things that adverts say are not needed: `no pills, no knife, guaranteed results`. */
const SPARED = oneOf(
  'pills?|tablets?|drugs?|medication|knife|knives|surgery|an operation|scalpels?|cutting|stitches',
  'needles?|hospitals?|fuss|hassle|waiting|gimmicks?|nonsense',
)

/** Phrases that contain a word such as `not` but do not deny the words after them. */
export const additions: readonly Pattern[] = [
  {
    name: 'no one can deny',
    source:
      "(?:no[- ]one|nobody|none|few|cannot|can['’]t|no) (?:[\\w’']+ ){0,2}?(?:deny(?:ing)?|denies|denied|doubts?|doubted|disputes?|disputed|questions?|questioned)(?: that)?",
    fires: ['No one can deny that it heals.', 'Nobody doubts it', 'There is no denying that'],
    quiet: ['We deny that', 'It is in doubt'],
  },
  {
    name: 'not with us',
    source: oneOf(
      'not (?:with us|here|at our \\w+|like (?:the |all )?others?(?: \\w+)?)',
      'no (?:other )?(?:clinic|one|provider|place|company|product) (?:else )?(?:\\w+ ){0,2}(?:more|better|else|like)',
    ),
    fires: ['Be wary? Not with us:', 'No clinic offers more:', 'Why we are not like others:'],
    quiet: ['not with food', 'No clinic may promise:'],
  },
  {
    name: 'not only',
    source: oneOf(
      'not (?:only|just|merely|simply|to mention|surprisingly)',
      'no (?:better|other|more|longer|matter|doubt|wonder|greater|finer|safer|need|less|to)',
      'nothing (?:but|less than|short of)',
      'without (?:an? |any )?(?:doubt|question|going|leaving)',
    ),
    fires: ['not only', 'no doubt', 'nothing less than', 'without any question'],
    quiet: ['not yet', 'no effect', 'without effect'],
  },
  {
    name: 'no pills',
    source: `(?:no|without(?: any)?) ${SPARED}(?! (?:is|are|was|were|can|has|have|will|should|\\w+s\\b))`,
    fires: ['no pills, just relief', 'without any fuss'],
    quiet: ['no pills can help', 'no relief'],
  },
  {
    name: 'do not wait',
    source: `(?:do not|don['’]t|never) ${oneOf(
      'wait|miss|worry|let|settle|suffer|delay|put up|live|ignore|waste|lose|give up|despair|hesitate',
      'just|need|take|have to',
    )}`,
    fires: ['Don’t wait', 'Never give up'],
    quiet: ['Do not believe'],
  },
  {
    name: 'could not walk before',
    source: oneOf(
      "(?:can['’]t|cannot) (?:wait|go wrong|stand|bear|sleep|lose)",
      "(?:won['’]t|will not) (?:believe|regret|need|have to)",
      "(?:could|can|did)n['’]t (?:walk|climb|lift|run|sleep|move|even|get|bend|stand|find|play)",
      "doesn['’]t (?:just|only|simply|merely|matter|have to)",
    ),
    fires: [
      'You can’t go wrong',
      'You won’t regret it',
      'I couldn’t climb stairs',
      'It doesn’t just',
    ],
    quiet: ['It can’t help', 'It doesn’t cure'],
  },
  {
    name: 'rather than masking',
    source:
      '(?:rather than|instead of) (?:masking|hiding|covering|just|dulling|numbing|treating|pills|surgery|drugs)',
    fires: ['rather than masking it'],
    quiet: ['rather than heat'],
  },
]
