// Nobody can listen in on where a link leads, or change what stands there.

import {exampleText} from '../examples/text.ts'
import {flawOfWords, type Flaw, type Rule} from '../rule.ts'
import {annotated} from '../text/marked.ts'

const INSECURE = /^\s*http:/i

function linking(href: string) {
  return {
    _id: 'article',
    _type: 'article',
    body: exampleText(['Read more', {mark: {_type: 'link', href}}]),
  }
}

export const insecure: Rule = {
  id: 'links/insecure',
  title: 'Links to other websites are encrypted',
  severity: 'warning',
  rationale:
    'Over http others can see what somebody reads about their health, and can put other words in its place.',
  sources: [{title: 'The HTTPS-Only Standard', url: 'https://https.cio.gov/'}],
  examples: {
    passes: [{says: 'https://www.nhs.uk/', document: linking('https://www.nhs.uk/')}],
    fails: [{says: 'http://www.nhs.uk/', document: linking('http://www.nhs.uk/')}],
  },
  check: ({passages}) => {
    const flaws: Flaw[] = []
    for (const passage of passages) {
      for (const words of annotated(passage, 'link')) {
        const {definition} = words
        if (!('href' in definition && typeof definition.href === 'string')) continue
        if (!INSECURE.test(definition.href)) continue
        flaws.push(
          flawOfWords(passage, words, {
            message: `links to ${definition.href}, which is not encrypted`,
            hint: 'Write https: for http:, and try whether the page is there too. If not, link elsewhere.',
          }),
        )
      }
    }
    return flaws
  },
}
