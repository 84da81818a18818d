// The words around texts in one language, such as "Last reviewed", and the name of the library in it. The form has a
// section for each part of schemas/data/words/en.json, and a field for each of its words. So it needs no list of what to
// translate, no word can be there twice, and a change of one word is one change in the review.

import {TranslateIcon} from '@sanity/icons/Translate'
import {defineField, defineType, type ValidationContext} from 'sanity'
import {
  englishWords,
  tableProblem,
  placesProblem,
  type OwnWords,
  type WordsProblem,
} from '../data/interface-words.ts'
import {isLanguageTag, languageTitle} from '../data/languages.ts'
import {limits} from '../data/limits.ts'
import {answersField, languageField} from '../fields.ts'

export const siteWords = defineType({
  name: 'siteWords',
  title: 'Words around texts',
  type: 'document',
  icon: TranslateIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Name of the library',
      type: 'string',
      description:
        'Its name in this language. If the field is empty, pages have the name in the site settings.',
      validation: (rule) => rule.max(limits['siteWords.title'].max),
    }),
    defineField({
      name: 'description',
      title: 'What it is',
      type: 'text',
      rows: 3,
      description:
        'Readers see it at the top of the index page in this language. If the field is empty, they see that of the site settings.',
    }),
    {
      ...languageField,
      description:
        'The words are for all texts in this language, whatever their country: those in "es" are also for "es-US".',
    },
    defineField({
      name: 'words',
      title: 'Words',
      type: 'object',
      description:
        'The label of each field is the English words. An empty field keeps the words that come with Countersign. It has them in English and Spanish. In another language, fill in every field. Keep words in braces as they are: pages show a value in their place.',
      fields: Object.entries(englishWords).map(([part, words]) =>
        defineField({
          name: part,
          title: titleOfPart(part),
          type: 'object',
          options: {collapsible: true, collapsed: true},
          fields: Object.entries(words).map(([name, english]) => wordField(name, english)),
        }),
      ),
      validation: (rule) => rule.custom(isClear),
    }),
    answersField,
  ],
  preview: {
    select: {language: 'language', title: 'title'},
    prepare: ({language, title}) => ({title: titleOfTable(language), subtitle: title}),
  },
})

function wordField(name: string, english: string) {
  return defineField({
    name,
    title: english,
    type: 'string',
    validation: (rule) =>
      rule.custom((text: string | undefined) =>
        text === undefined ? true : sentence(placesProblem(english, text)),
      ),
  })
}

function isClear(words: OwnWords | undefined, {document}: ValidationContext): string | true {
  const language = document?.language
  return typeof language === 'string' ? sentence(tableProblem(language, words ?? {})) : true
}

function sentence(found: WordsProblem | undefined): string | true {
  return found ? `This ${found.problem}. ${found.hint}` : true
}

/** A name in the code as words: "Reviewed by" for `reviewedBy`. */
function titleOfPart(part: string): string {
  const words = part.replaceAll(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function titleOfTable(language: unknown): string {
  return typeof language === 'string' && isLanguageTag(language)
    ? languageTitle(language)
    : 'No language yet'
}
