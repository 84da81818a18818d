// The words of a link must say where it leads.

import {isBlank} from '../characters.ts'
import {exampleText} from '../examples/text.ts'
import {flawIn, type Rule} from '../rule.ts'
import {annotated} from '../text/marked.ts'
import {oneOf} from '../text/phrases.ts'
import {sentenceAt} from '../text/sentences.ts'
import {spoken} from './words.ts'

function linked(text: string) {
  const mark = {_type: 'link', href: 'https://medlineplus.gov/backpain.html'}
  return {_id: 'linked', _type: 'article', body: exampleText([text, {mark}])}
}

/** Words that mean nothing without the sentence around them. */
const vague = new RegExp(
  `^${oneOf(
    '(?:click|tap|press|see|go)?(?: on)? ?(?:here|this|it)',
    '(?:click|see|read|find out|learn|get|for)? ?(?:more|on)(?: information| info| details| here| about (?:it|this|that))?',
    '(?:this|the|that|our)? ?(?:page|link|website|web page|site|article|document|post|section|video)',
    'details|info|information|continue|download|click|visit|source|website',
  )}$`,
)

const BARE_ADDRESS = /^(?:https?:\/\/\S+|www\.\S+|[\w-]+(?:\.[\w-]+)+\/\S*)$/i

function faultOf(text: string): string | undefined {
  const words = text.trim()
  if (isBlank(words)) return 'is a link without words'
  if (BARE_ADDRESS.test(words))
    return 'is a bare web address, which screen readers read out letter by letter'
  return vague.test(spoken(words)) ? 'does not say where the link leads' : undefined
}

export const linkText: Rule = {
  id: 'accessibility/link-text',
  title: 'Links that say where they lead',
  severity: 'warning',
  rationale:
    'Screen readers can list the links on a page. In such a list, “here” and “read more” say ' +
    'nothing. On the page itself, all readers must search the text around them for the meaning.',
  sources: [
    {
      title: 'WCAG 2.2, success criterion 2.4.4: Link purpose (in context)',
      url: 'https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-in-context.html',
    },
    {
      title: 'NHS digital service manual: Links',
      url: 'https://service-manual.nhs.uk/content/links',
    },
  ],
  examples: {
    passes: [
      {
        says: 'a link that names its page',
        document: linked('back pain at MedlinePlus'),
      },
    ],
    fails: [
      {says: 'a link on “here”', document: linked('here')},
      {says: 'a link on “Read more”', document: linked('Read more')},
      {
        says: 'a link on its own address',
        document: linked('https://medlineplus.gov/backpain.html'),
      },
    ],
  },
  *check({passages}) {
    for (const passage of passages) {
      for (const {start, end} of annotated(passage, 'link', 'internalLink')) {
        const message = faultOf(passage.text.slice(start, end))
        const sentence = message && sentenceAt(passage.sentences, start)
        if (!sentence) continue
        yield flawIn(
          passage,
          sentence,
          {start: start - sentence.start, end: end - sentence.start},
          {
            message,
            hint: 'Put the link on words that name the page, such as “back pain at MedlinePlus”.',
          },
        )
      }
    }
  },
}
