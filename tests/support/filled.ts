// Finds the fields in which an editor can type words. It reads the schema that `npm run generate` extracts
// from the Studio, so it also finds fields that no other code knows yet.

import {z} from 'zod'
import {types, type Value} from './schema.ts'

/** Fields that hold codes, by the type that has them, each with what it holds. */
export const codes: Readonly<Record<string, string>> = {
  'article.language': 'the tag of a language',
  'therapyType.language': 'the tag of a language',
  'faq.language': 'the tag of a language',
  'disclaimer.language': 'the tag of a language',
  'warningSigns.language': 'the tag of a language',
  'condition.language': 'the tag of a language',
  'siteSettings.language': 'the tag of a language',
  'siteWords.language': 'the tag of a language',
  'foreign.language': 'the tag of a language',
  'article.country': 'a country code',
  'therapyType.country': 'a country code',
  'faq.country': 'a country code',
  'siteSettings.languages': 'tags of languages',
  'clinic.languages': 'tags of languages',
  'rendition.revision': 'a digest',
}

/** Fields that hold no words of a text, by the type that has them, each with the reason. */
export const notWords: Readonly<Record<string, string>> = {
  'slug.current': 'an address',
  'slug.source': 'the name of a field',
  'article.formerSlugs': 'addresses',
  'therapyType.formerSlugs': 'addresses',
  'faq.formerSlugs': 'addresses',
  'condition.formerSlugs': 'addresses',
  'link.href': 'an address',
  'figure.credit': 'a name and a licence',
  'span.marks': 'names of marks, and keys of their definitions',
  ...codes,
  'rendition.by': 'the name of a translator, which readers do not see',
  'article.firstPublished': 'a day',
  'article.lastModified': 'a day',
  'therapyType.approvedBy': 'a choice from a list',
  'disclaimer.evidenceLevels': 'choices from a list',
  'disclaimer.channels': 'choices from a list',
  'disclaimer.jurisdictions': 'country codes',
  'clinic.street': 'an address',
  'clinic.city': 'an address',
  'clinic.region': 'an address',
  'clinic.postalCode': 'an address',
  'clinic.country': 'a country code',
  'clinic.phone': 'a number',
  'clinic.website': 'an address',
  'openingSpan.days': 'choices from a list',
  'openingSpan.opens': 'a time',
  'openingSpan.closes': 'a time',
  'clinic.accessibility': 'choices from a list',
  'person.roles': 'choices from a list',
  'person.fields': 'choices from a list',
  'person.body': 'the name of a register',
  'person.number': 'a number in a register',
  'person.validFrom': 'a day',
  'person.validUntil': 'a day',
  'person.credentials': 'letters after a name',
  'person.jobTitle': 'the name of a job',
  'person.affiliation': 'the name of an organisation',
  'person.userId': 'the id of an account',
  'siteSettings.publisher': 'the name of an organisation',
  'siteSettings.url': 'an address',
  'siteSettings.feedbackUrl': 'an address',
  'siteSettings.feedbackEmail': 'an address',
  'ruleSetting.rule': 'the id of a rule',
  'ruleSetting.reason': 'a word to editors, which readers do not see',
  'planRule.types': 'choices from a list',
  'planRule.audiences': 'choices from a list',
  'answer.rule': 'the id of a rule',
  'answer.sentence': 'a copy of a sentence of the text',
  'answer.reason': 'a word to the reviewer, which readers do not see',
}

/**
 * A document of a type in which every string that an editor can type is a word of its own.
 *
 * @returns The document, and for each word where it is: its type and its field.
 */
export function filled(type: string) {
  const words = new Map<string, string>()

  const fill = (of: Value, owner: string, field: string, within: readonly string[]): unknown[] => {
    switch (of.type) {
      case 'string': {
        if (of.value !== undefined) return [of.value]
        const word = `word${words.size}x`
        words.set(word, `${owner}.${field}`)
        return [word]
      }
      case 'number':
        return [1]
      case 'boolean':
        return [true]
      case 'array':
        return [fill(of.of, owner, field, within)]
      case 'union':
        return of.of.every((one) => one.type === 'string')
          ? fill(of.of[0] ?? {type: 'null'}, owner, field, within)
          : of.of.flatMap((one) => fill(one, owner, field, within))
      case 'inline': {
        const inlined = types.get(of.name)
        return !inlined || within.includes(of.name)
          ? []
          : fill(inlined, owner, field, [...within, of.name])
      }
      case 'object': {
        const name = of.attributes._type?.value
        const inner = name?.type === 'string' && name.value !== undefined ? name.value : owner
        const rest = of.rest ? fill(of.rest, owner, field, within) : []
        return [
          Object.assign(
            {},
            ...rest,
            Object.fromEntries(
              Object.entries(of.attributes).flatMap(([key, {value}]) => {
                const isBookkeeping = key.startsWith('_') && key !== '_type'
                const [first] = isBookkeeping ? [] : fill(value, inner, key, within)
                return first === undefined ? [] : [[key, first]]
              }),
            ),
          ),
        ]
      }
      default:
        return []
    }
  }

  const [document] = fill({type: 'inline', name: type}, type, '', [])
  return {document: z.looseObject({_type: z.string()}).parse(document), words}
}
