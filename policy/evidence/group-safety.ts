// Finds statements that a treatment is safe for a group of people, such as children. A text that names
// a group seems to know of a study of that group.

import {finderFor} from '../text/cue.ts'
import {anyOf, type Pattern} from '../text/pattern.ts'
import {oneOf, wholeWords} from '../text/phrases.ts'
import {spanOf, type Span} from '../text/span.ts'
import {GROUPS} from '../words/groups.ts'

const GROUP = oneOf(...GROUPS)

const SAFE =
  '(?<!\\b(?:keep|kept|stored?|feels?|stay|play)(?: it| them| your \\w+)? )(?:safe|safely|harmless)'
const FINE = oneOf('fine', 'okay', 'ok', 'all right', 'no problem')

/** Words between a verdict and its group: `safe for most healthy women with`. */
const SOME = '(?:[\\w’-]+ ){0,3}?'

export const groupSafety: readonly Pattern[] = [
  {
    name: 'safe for a group',
    source: `${SAFE}(?: and \\w+)?(?: to (?:use|take|have|give|get))?(?: it)?,? (?:even )?(?:(?:for|in|during|with|while|when|throughout|after) ${SOME}|to (?:most |many |all )?)${GROUP}`,
    fires: [
      'It is safe in pregnancy.',
      'It is safe and gentle for most people with diabetes.',
      'It can be used safely while you are breastfeeding.',
      'It can be given safely to children.',
    ],
    quiet: ['It is safe.', 'It is kept safe from children.', 'Keep it safe when children visit.'],
  },
  {
    name: 'fine for a group',
    source: `${FINE},? (?:even )?(?:for|in|during) ${SOME}${GROUP}`,
    fires: ['It is fine for children.', 'It is okay in pregnancy.'],
    quiet: ['It is fine if your child is afraid.'],
  },
  {
    name: 'safe if a person belongs to a group',
    source: `${oneOf(SAFE, `(?<=\\b(?:is|are|['’]s|['’]re) )${FINE}`)},? (?:even )?if (?:you|she|they|someone|a person) (?:[\\w’]+ ){1,3}?${GROUP}`,
    fires: ['It is safe if you are pregnant.', 'It is quite safe, even if you have diabetes.'],
    quiet: ['It is safe if you rest.', 'Stay safe if you are pregnant.'],
  },
  {
    name: 'a group can safely have it',
    source: `${GROUP}(?: [\\w’-]+){0,4}? (?:can|may) (?:also |all )?(?:safely (?:have|use|take|get|receive|try|be (?:given|treated))|(?:have|use|take|get|receive|try) (?:\\w+ ){1,3}?safely)`,
    fires: ['Children can safely have it.', 'People with diabetes may use it safely.'],
    quiet: ['Children can have it.', 'You can safely have it.', 'Children can safely walk home.'],
  },
  {
    name: 'a group does well with it',
    source: `${GROUP}(?: (?!(?:not|who|that|would|should|might)\\b)[\\w’-]+){0,4}? (?:(?:does|do|did)(?: (?:very|quite|just as|equally|as))? (?:well|fine)(?= (?:with|on|after|as|too)\\b|[.,;!]|$)|tolerates? (?:[\\w’-]+ ){1,3}?well)`,
    fires: ['Children do well with it.', 'People with diabetes tolerate the injection well.'],
    quiet: ['Children do well at school.', 'Children would do well to rest.'],
  },
]

const find = finderFor(wholeWords(anyOf(groupSafety)))

/** The words of a clause that say that a group of people can safely have a treatment; undefined if none do. */
export function findSafety(clause: string): Span | undefined {
  return spanOf(find(clause))
}
