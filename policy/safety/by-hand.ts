// Finds urgent advice that a page gives in its own words, where the library has a list of warning signs.

import {exampleReference, exampleText} from '../examples/text.ts'
import {exampleSigns, exampleSignsBlock} from '../examples/warning-signs.ts'
import {flawIn, type Rule} from '../rule.ts'
import {matchesOf, oneOf, wholeWords} from '../text/phrases.ts'
import {listsAbout} from './lists.ts'

const AT_ONCE =
  '(?:right away|straight away|at once|immediately|now|(?:on )?the same day|today|within 24 hours)'
const HELP = oneOf(
  'doctor|clinic|nurse|surgeon|hospital|pharmacist|help|care|medical (?:help|care|attention)',
)

/** Words with which a page sends readers for urgent help. */
const urgent = wholeWords(
  oneOf(
    '(?:call|ring|dial|phone) (?:911|999|112|000|111|an ambulance|your local emergency number)',
    '(?:emergency|urgent) (?:help|medical help|medical care|medical attention|room|department)',
    'accident and emergency|emergency number',
    `(?:call|see|phone|contact|tell|get|seek|go to|ask)(?: \\w+){0,3} ${HELP} ${AT_ONCE}`,
    `(?:get|seek) ${AT_ONCE} ${HELP}`,
  ),
  'gi',
)

function article(...blocks: readonly object[]) {
  return {
    _id: 'article',
    _type: 'article',
    therapies: [exampleReference('injections')],
    body: blocks,
  }
}

export const urgentByHand: Rule = {
  id: 'safety/by-hand',
  title: 'Urgent advice comes from the list of warning signs',
  severity: 'warning',
  reads: 'English',
  rationale:
    'If two pages say in their own words when to call an ambulance, they will one day disagree, and readers cannot know which to believe. A list of warning signs is approved once and changes on all pages at the same time.',
  sources: [{title: 'PIF TICK criteria (4: Evidence)', url: 'https://pifonline.org.uk/pif-tick/'}],
  examples: {
    passes: [
      {
        says: 'A page leaves urgent advice to the list.',
        document: article(...exampleText('It can hurt for some days.'), exampleSignsBlock),
        context: exampleSigns,
      },
      {
        says: 'A page gives urgent advice, and the library has no list about its therapies.',
        document: article(...exampleText('Call 911 if you cannot breathe.')),
      },
    ],
    fails: [
      {
        says: 'A page says in its own words when to call 911.',
        document: article(...exampleText('Call 911 if you cannot breathe.'), exampleSignsBlock),
        context: exampleSigns,
      },
      {
        says: 'A page says in its own words when to call the clinic on the same day.',
        document: article(...exampleText('Call the clinic the same day if you have a fever.')),
        context: exampleSigns,
      },
    ],
  },
  *check({document, passages}, context) {
    if (document._type === 'warningSigns') return
    const about = listsAbout(document, context)
    const [list] = about
    if (!list) return
    for (const passage of passages) {
      if (passage.role === 'search') continue
      for (const sentence of passage.sentences) {
        for (const {0: words, index} of matchesOf(sentence.text, urgent)) {
          yield flawIn(
            passage,
            sentence,
            {start: index, end: index + words.length},
            {
              message: 'is urgent advice in this page’s own words',
              hint: `Leave it out, and let the list “${list.title}” say it. If the list lacks something, change the list.`,
            },
          )
          break
        }
      }
    }
  },
}
