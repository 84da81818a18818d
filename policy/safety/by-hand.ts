// Finds urgent advice that a page gives in its own words, where the library has a list of warning signs.

import {exampleReference, exampleText} from '../examples/text.ts'
import {exampleSigns, exampleSignsBlock} from '../examples/warning-signs.ts'
import {flawIn, type Rule} from '../rule.ts'
import {listsTouched} from './lists.ts'
import {helpIn} from './said.ts'

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
      {
        says: 'A page says “Call us if you have a fever.”',
        document: article(...exampleText('Call us if you have a fever.')),
        context: exampleSigns,
      },
      {
        says: 'A question lists no therapy, but its answer names one and says when to get help.',
        document: {
          _id: 'faq',
          _type: 'faq',
          answer: exampleText('Have you had PRP? Do not wait if you cannot breathe.'),
        },
        context: exampleSigns,
      },
    ],
  },
  *check({document, passages}, context) {
    if (document._type === 'warningSigns') return
    const [list] = listsTouched({document, passages}, context)
    if (!list) return
    for (const passage of passages) {
      if (passage.role === 'search') continue
      for (const sentence of passage.sentences) {
        const place = helpIn(sentence.text)
        if (!place) continue
        yield flawIn(passage, sentence, place, {
          message: 'is urgent advice in this page’s own words',
          hint: `Leave it out, and let the list “${list.title}” say it. If the list lacks something, change the list.`,
        })
      }
    }
  },
}
