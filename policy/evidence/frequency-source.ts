// How often a harm happens needs a source.

import {studioPath} from '@sanity/client/csm'
import type {StoredDocument} from '../../review/revision.ts'
import {isObject, referencesIn, segment} from '../references.ts'
import {flawIn, type Flaw, type Rule} from '../rule.ts'
import type {Passage} from '../text/passages.ts'
import {oneOf, wholeWords} from '../text/phrases.ts'
import {plainOf, placeIn} from '../text/plain.ts'
import {spanOf} from '../text/span.ts'
import {NUMBER} from './amounts.ts'

/** The frequency that says that there is nothing to cite. */
const NOT_KNOWN = 'notKnown'

function therapy(risk: object): StoredDocument {
  return {
    _id: 'therapy',
    _type: 'therapyType',
    seriousRisks: [{_key: 'a', risk: 'An infection', ...risk}],
  }
}

export const frequencySource: Rule = {
  id: 'evidence/frequency-source',
  title: 'How often a harm happens has a source',
  severity: 'error',
  rationale:
    '“In up to 1 in 1,000 people” sounds like a fact that somebody counted. Without a source, readers cannot know who did, and reviewers cannot check it. To say that the frequency is not known needs no source. Words such as “very rare” in the name of a harm would say it without a source, or against what is chosen, so they are an error too. The rule knows such words in English only.',
  sources: [
    {title: 'PIF TICK criteria (4: Evidence)', url: 'https://pifonline.org.uk/pif-tick/'},
    {
      title: 'EMA: Excipients and package leaflets, frequency of side effects (QRD templates)',
      url: 'https://www.ema.europa.eu/en/human-regulatory-overview/marketing-authorisation/product-information-requirements/product-information-qrd-templates-human',
    },
  ],
  examples: {
    passes: [
      {
        says: 'A serious risk is rare, and a work is cited for it.',
        document: therapy({frequency: 'rare', sources: [{_ref: 'work'}]}),
      },
      {
        says: 'How often a serious risk happens is not known.',
        document: therapy({frequency: NOT_KNOWN}),
      },
      {
        says: 'A serious risk is “Injury to the common peroneal nerve”.',
        document: therapy({risk: 'Injury to the common peroneal nerve', frequency: NOT_KNOWN}),
      },
    ],
    fails: [
      {says: 'A serious risk is rare, without a source.', document: therapy({frequency: 'rare'})},
      {
        says: 'A serious risk is “Injury to a nerve, which is very rare”, and its frequency is not known.',
        document: therapy({
          risk: 'Injury to a nerve, which is very rare',
          frequency: NOT_KNOWN,
        }),
      },
    ],
  },
  *check({document, passages}) {
    yield* passages.flatMap(frequencyInWords)
    for (const [field, list] of Object.entries(document)) {
      if (!Array.isArray(list)) continue
      for (const [index, item] of list.entries()) {
        if (!lacksSource(item)) continue
        yield {
          path: studioPath.toString([field, segment(item, index), 'sources']),
          subject: 'The list of sources',
          message: 'is empty, although the text says how often this happens',
          hint: 'Add the work that counted it, or choose that how often it happens is not known.',
        }
      }
    }
  },
}

/** Whether an item of a list says how often something happens, and cites no work for it. */
function lacksSource(item: unknown): boolean {
  return (
    isObject(item) &&
    'frequency' in item &&
    typeof item.frequency === 'string' &&
    item.frequency !== NOT_KNOWN &&
    referencesIn('sources' in item ? item.sources : undefined).length === 0
  )
}

/** Where the words for a harm with a frequency of its own are. */
const HARM = /^(?:seriousRisks|commonSideEffects)\[[^\]]*\]\.(?:risk|effect)$/

/** Words that say how often. `Common` is also part of the names of nerves and vessels. */
const OFTEN = wholeWords(
  oneOf(
    '(?:very |extremely |quite |fairly |not )?(?:rare|rarely|uncommon|uncommonly|infrequent|infrequently|frequent|frequently|unlikely|likely|seldom|often|usual|unusual|exceptional|exceptionally|occasional|occasionally|sometimes|usually)',
    '(?:very |quite |most |fairly |not )?common(?:ly)?(?! (?:peroneal|fibular|carotid|iliac|femoral|bile|hepatic|cold|tendon|extensor|flexor|digital|plantar))',
    '(?:hardly|almost|scarcely) (?:ever|never)|never|unheard of|few and far between|in (?:rare|most|some|few|many) cases',
    '(?:most|many|some|few|a few|half of|all) (?:people|patients)',
    `${NUMBER} (?:in|out of) (?:every )?${NUMBER}|\\d[\\d.,]* ?(?:%|percent|per cent)`,
  ),
)

/** A flaw in the name of a harm that says how often it happens. */
function frequencyInWords(passage: Passage): Flaw[] {
  if (!HARM.test(passage.path)) return []
  return passage.sentences.flatMap((sentence) => {
    const plain = plainOf(sentence.text)
    const place = spanOf(OFTEN.exec(plain.text))
    if (!place) return []
    return flawIn(passage, sentence, placeIn(plain.origin, place), {
      message: 'says how often this happens in the name of the harm',
      hint: 'Leave it out, and choose it under “How often”, with the work that counted it.',
    })
  })
}
