// A link within the library must lead to a page that readers get.

import {exampleSettledAs} from '../examples/settled.ts'
import {exampleReference, exampleText} from '../examples/text.ts'
import {targetOf} from '../references.ts'
import {flawOfWords, type Rule} from '../rule.ts'
import {annotated} from '../text/marked.ts'

const linking = {
  _id: 'article',
  _type: 'article',
  body: exampleText([
    'Read more',
    {mark: {_type: 'internalLink', reference: exampleReference('faq')}},
  ]),
}

export const linkTarget: Rule = {
  id: 'links/target',
  title: 'Links within the library lead to pages that readers get',
  severity: 'warning',
  rationale:
    'Readers get only approved pages. A link to any other page would lead to an error, so the export keeps its words and removes the link. Readers then miss what you meant to show them.',
  sources: [{title: 'W3C: Cool URIs don’t change', url: 'https://www.w3.org/Provider/Style/URI'}],
  examples: {
    passes: [
      {
        says: 'A link to an approved page.',
        document: linking,
        context: exampleSettledAs('faq'),
      },
    ],
    fails: [{says: 'A link to a page that is not approved.', document: linking}],
  },
  *check({passages}, {settled}) {
    for (const passage of passages) {
      for (const words of annotated(passage, 'internalLink')) {
        const {definition} = words
        const id = 'reference' in definition ? targetOf(definition.reference) : undefined
        if (id === undefined || settled.get(id)?.state === 'approved') continue
        yield flawOfWords(passage, words, {
          message: `links to ${id}, which readers cannot see, so they get the words without the link`,
          hint: 'Have that page approved, or link elsewhere.',
        })
      }
    }
  },
}
