// Authors and reviewers must state their interests.

import {studioPath} from '@sanity/client/csm'
import {isPageType} from '../../review/governed.ts'
import {isBlank} from '../characters.ts'
import {exampleReference} from '../examples/text.ts'
import {WHOLE} from '../finding.ts'
import {referencesIn} from '../references.ts'
import type {Context, PersonRecord, Rule} from '../rule.ts'

const HINT = 'Fill in “Interests” for that person. If there are none, write “None declared.”'

const article = {_id: 'article', _type: 'article', authors: [exampleReference('ada')]}

function ada(interests: string | undefined): Partial<Context> {
  return {
    persons: new Map([['ada', {id: 'ada', name: 'Ada Author', interests}]]),
  }
}

export const declaredInterests: Rule = {
  id: 'interests/declared',
  title: 'Authors and reviewers have stated their interests',
  severity: 'warning',
  rationale:
    'Readers can judge advice only if they know who gains from it. “None declared.” is a statement. An empty field is not.',
  sources: [
    {
      title: 'ICMJE: Disclosure of Financial and Non-Financial Relationships',
      url: 'https://www.icmje.org/recommendations/browse/roles-and-responsibilities/author-responsibilities--conflicts-of-interest.html',
    },
    {
      title: 'PIF TICK criteria (for individuals, 7: Transparency and legal)',
      url: 'https://pifonline.org.uk/pif-tick/',
    },
  ],
  examples: {
    passes: [
      {
        says: 'The author declares that there are none.',
        document: article,
        context: ada('None declared.'),
      },
      {
        says: 'The author declares shares.',
        document: article,
        context: ada('Owns shares in a maker of syringes.'),
      },
    ],
    fails: [
      {says: 'The author has not filled in the field.', document: article, context: ada(undefined)},
    ],
  },
  *check({document}, {persons, settled}) {
    if (!isPageType(document._type)) return
    for (const {target, step} of referencesIn(document.authors)) {
      const person = silent(persons.get(target))
      if (!person) continue
      const path = studioPath.toString(['authors', step])
      const message = `is ${person.name}, who has stated no interests`
      yield {path, subject: 'An author', message, hint: HINT}
    }
    for (const id of settled.get(document._id)?.reviewers ?? []) {
      const reviewer = silent(persons.get(id))
      if (!reviewer) continue
      const message = `was approved by ${reviewer.name}, who has stated no interests`
      yield {path: WHOLE, subject: 'This text', message, hint: HINT}
    }
  },
}

/** The person, if they have stated no interests; undefined if they have, or if the person is unknown. */
function silent(person: PersonRecord | undefined): PersonRecord | undefined {
  return isBlank(person?.interests ?? '') ? person : undefined
}
