// Finds statements that one thing is better or worse than another, or no different from it.

import {finderFor} from '../text/cue.ts'
import {anyOf, type Pattern} from '../text/pattern.ts'
import {formsOf, oneOf, wholeWords} from '../text/phrases.ts'
import {spanOf, type Span} from '../text/span.ts'
import {NUMBER, PEOPLE, UNIT} from './amounts.ts'

const COMPARATIVE = oneOf(
  'better',
  'worse',
  'more',
  'less',
  'fewer',
  'poorer',
  `${oneOf(
    'fast|quick|soon|saf|gentl|hard|strong|long|short|high|low|great|small|mild|slow|larg|bigg|kind',
    'weak|deep|furth|steadi|heavi|sharp|rich|soft|tough|rar|common|easi|healthi|riski|likeli|happi',
    'earli|old|young|lat|wis|calm|clos|simpl|harsh|rough|smooth|quiet|fitt|pain|neat',
  )}er`,
)

/** Amounts, costs and times after `than`. They compare no treatments: `more than six weeks`. */
const AMOUNT = `than ${oneOf(
  `${NUMBER}|half`,
  `an? (?:few|couple|handful|third|quarter|fifth|tenth|little|dozen|lot|metre|mile|pint|coffee|${UNIT})`,
  'usual|normal|expected|that|before|just|later|you (?:think|expect)',
)}\\b`

/** Words after `as` that compare nothing: `as soon as`. */
const IDIOM = oneOf(
  'soon',
  'long',
  'far',
  'many',
  'part',
  'if',
  'an?',
  'the',
  'well',
  'often',
  'little as',
  'possible',
  'usual',
  'needed',
  'such',
  'much as (?:you|possible)',
  '(?:\\w+ and )?\\w+ as (?:you|possible|we|new|soon|houses|\\d)',
)

const PERFORMS = formsOf('work perform relieve help ease heal fare recover improve')

export const comparisons: readonly Pattern[] = [
  {
    name: 'better than',
    source: oneOf(
      `(?<!\\b(?:no|takes?) )${COMPARATIVE}(?! ${AMOUNT})[^.;]{0,90}? (?!${AMOUNT})than`,
      `no (?:better|worse|faster|safer|quicker|more|less)(?: \\w+){0,3} than(?! ${NUMBER}\\b)`,
      'no (?:better|worse|faster|safer|more effective)(?!(?: \\w+){0,3} than)',
    ),
    fires: ['It worked better than rest.', 'It was no better.'],
    quiet: ['It took more than six weeks.', 'It is better.'],
  },
  {
    name: 'as good as',
    source: oneOf(
      `(?<!\\b(?:such|known|same|also|soon) )as (?!${IDIOM}\\b)[\\w-]+(?: [\\w-]+){0,3}? as`,
      `(?<=\\b(?:${PERFORMS}|do|does|did|done)(?: \\w+){0,3} )as well(?: as)?`,
      '(?:just|equally|almost|nearly) as (?:well|good|effective|much|quickly|often|fast|safe)',
      'equally (?:well|good|effective|safe|likely|fast|quickly|helpful|useful)',
    ),
    fires: ['It is as strong as rest.', 'It works as well.', 'They were equally effective.'],
    quiet: ['Call as soon as you can.', 'also known as'],
  },
  {
    name: 'no difference',
    source: oneOf(
      'no (?:\\w+ ){0,2}differences?|no different (?:from|to|than)',
      'the same (?:\\w+ )?(?:effects?|results?|benefits?|outcomes?)',
      'the difference was',
      'differ(?:s|ed)? (?:little|from)(?! \\w+ to)',
    ),
    fires: ['There was no real difference.', 'It had the same effect.', 'It differed little.'],
    quiet: ['Prices differ.', 'Come at the same time.'],
  },
  {
    name: 'outperforms',
    source: oneOf(
      `${formsOf('outperform outclass surpass outdo outlast outshine')}|(?<!\\b(?:heart|it|they|pulse|heartbeats?|irregular) )beats?(?= (?!(?:fast|faster|hard|slow|slowly|too|and|or|in|with|more|less|out|per|an? minute)\\b)\\w)|beaten by|trumps?`,
      '(?:superior|inferior|preferable|equivalent|comparable|equal|identical) to',
      `(?:compares?|compared) (?:favou?rably|well|badly|poorly|with|to)`,
      'on a par with|level with|in line with|in half the time',
      '(?<!\\b(?:is|are|was|not) )(?:similar|the same|identical|equal)(?: \\w+){0,3} (?:to|as|with|in both|after both|amount|degree|extent)',
      '(?<=^\\W*)unlike(?! you\\b)',
    ),
    fires: [
      'It outlasts rest.',
      'Unlike rest, it helps.',
      'It is superior to rest.',
      'compared with rest',
    ],
    quiet: ['It is not similar to it.', 'Unlike you, I'],
  },
  {
    name: 'nothing to choose between',
    source: '(?:nothing|little) to choose between|equally(?=\\W*$)|no (?:clear )?winner',
    fires: ['There is little to choose between them.', 'Both helped equally.', 'no clear winner'],
    quiet: ['You can choose between them.'],
  },
  {
    name: 'is better',
    source: oneOf(
      `(?<!\\b${PEOPLE} )(?:is|are|was|were|proved|heal|heals|recover|recovers)(?: \\w+)? better(?! (?:than|and better|if|when|by))`,
      `(?:is|are|was|were|proved|heal|heals|recover|recovers)(?: \\w+)? (?:safer|stronger|gentler|faster|quicker|slower|more (?:effective|quickly|slowly|often|likely))(?! (?:than|and better|if|when|by))`,
      'the (?:more|less|\\w+er)\\b[^,]*, the (?:more|less|\\w+er)',
    ),
    fires: ['It is much safer.', 'The more you rest, the weaker you get.'],
    quiet: ['It is better if you rest.', 'It feels better.', '9 of 10 people were better.'],
  },
  {
    name: 'nothing beats it',
    source: oneOf(
      'nothing (?:beats|works (?:better|faster))',
      `(?:match(?:es|ed)|rivals?|rivall?ed) (?:\\w+ ){0,2}(?:surgery|steroids?|placebo|cortisone|physiotherapy|operations?|tablets?)`,
      "(?:is|are|was|were|remains?|(?<=['’])s) (?:\\w+ ){0,2}the (?:best|most effective|safest|quickest|fastest|gentlest|worst)(?: \\w+){0,2} (?:for|of|to|treatment|remedy|there is)",
      'no (?:other )?\\w+ (?:comes close|compares|can match|matches)',
    ),
    fires: ['Nothing works faster.', 'It matched surgery.', 'It is the safest treatment.'],
    quiet: ['It is the best time.', 'Your shoes match.'],
  },
  {
    name: 'an advantage over',
    source: oneOf(
      '(?:gains?|advantages?|edge|benefit) over',
      'ahead of(?! time)|(?:came|lagged|trailed|fell) behind|versus|in favou?r of',
      '(?:won|came) out',
      'whichever (?:\\w+ )+(?:had|was|got)',
    ),
    fires: ['It has the edge over rest.', 'It lagged behind.', 'Rest won out.'],
    quiet: ['It is over.', 'Come out.'],
  },
]

const findCompared = finderFor(wholeWords(anyOf(comparisons)))

/** The words of a clause that compare; undefined if none do. */
export function findComparison(clause: string): Span | undefined {
  return spanOf(findCompared(clause))
}
