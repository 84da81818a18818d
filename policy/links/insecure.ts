// Links to other websites must be encrypted.

import {exampleText} from '../examples/text.ts'
import {flawOfWords, type Rule} from '../rule.ts'
import {annotated} from '../text/marked.ts'

const INSECURE = /^\s*http:/i

function linking(href: string) {
  return {
    _id: 'article',
    _type: 'article',
    body: exampleText(['Read more', {mark: {_type: 'link', href}}]),
  }
}

export const insecureLink: Rule = {
  id: 'links/insecure',
  title: 'Links to other websites are encrypted',
  severity: 'warning',
  rationale:
    'Over http, others on the network can see what a reader looks up about their health, and can change the page.',
  sources: [{title: 'The HTTPS-Only Standard', url: 'https://https.cio.gov/'}],
  examples: {
    passes: [{says: 'https://www.nhs.uk/', document: linking('https://www.nhs.uk/')}],
    fails: [{says: 'http://www.nhs.uk/', document: linking('http://www.nhs.uk/')}],
  },
  *check({passages}) {
    for (const passage of passages) {
      for (const words of annotated(passage, 'link')) {
        const {definition} = words
        if (!('href' in definition && typeof definition.href === 'string')) continue
        if (!INSECURE.test(definition.href)) continue
        yield flawOfWords(passage, words, {
          message: `links to ${definition.href}, which is not encrypted`,
          hint: 'Write https: instead of http:, and open the link to check that it works. If it does not, link to another page.',
        })
      }
    }
  },
}
