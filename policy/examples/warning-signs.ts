// A list of warning signs for the examples of rules.

import type {Context} from '../rule.ts'
import {exampleReference} from './text.ts'

/** A library with one list. It is about the therapy `injections`, whose name is “PRP”. */
export const exampleSigns = {
  warningSigns: [
    {
      id: 'signs',
      title: 'After an injection',
      about: new Set(['injections']),
      signs: [
        {urgency: 'now', text: 'any new weakness or numbness in a leg'},
        {urgency: 'now', text: 'you cannot pass urine'},
        {urgency: 'now', text: 'trouble breathing, chest pain, or swelling of your face'},
        {urgency: 'today', text: 'a fever'},
        {urgency: 'soon', text: 'weight loss that you cannot explain'},
      ],
    },
  ],
  therapies: new Map([
    ['injections', {id: 'injections', names: ['PRP'], evidenceLevel: 'limited', approvedBy: []}],
  ]),
} satisfies Partial<Context>

/** Standards that ask for what to do and when, and for information that agrees with itself. */
export const signsSources = [
  {
    title: 'DISCERN: quick reference guide to the criteria (11)',
    url: 'http://www.discern.org.uk/quick_reference_guide.php',
  },
  {title: 'PIF TICK criteria (4: Evidence)', url: 'https://pifonline.org.uk/pif-tick/'},
] as const

/** The block that shows the list in a text. */
export const exampleSignsBlock = {
  _type: 'warningSignsEmbed',
  _key: 'signs',
  warningSigns: exampleReference('signs'),
}
