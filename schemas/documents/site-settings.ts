// What the whole site shares. There is one of these, with the id "siteSettings".

import {CogIcon} from '@sanity/icons/Cog'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {repeated, repeatedSettings} from '../../policy/settings/problem.ts'
import {answersForm, siteSchemes, webSchemes} from '../data/forms.ts'
import {limits} from '../data/limits.ts'
import {answersField, fits, languageField, languageProblem} from '../fields.ts'

export const siteSettings = defineType({
  name: 'siteSettings',
  title: 'Site settings',
  type: 'document',
  icon: CogIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Name of the library',
      type: 'string',
      validation: (rule) => rule.required().max(limits['siteSettings.title'].max),
    }),
    defineField({
      name: 'description',
      title: 'What it is',
      type: 'text',
      rows: 3,
      description: 'Readers see it at the top of the index page.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'publisher',
      title: 'Publisher',
      type: 'string',
      description: 'The organisation that is responsible for the content.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'url',
      title: 'Public address',
      type: 'url',
      description:
        'The web address of the published library, starting with https://. Canonical links, the sitemap, the feeds and the pictures of shared links need it.',
      validation: (rule) => rule.uri({scheme: [...siteSchemes]}),
    }),
    languageField,
    defineField({
      name: 'languages',
      title: 'Languages of the library',
      type: 'array',
      of: [defineArrayMember({type: 'string', validation: (rule) => rule.custom(languageProblem)})],
      description:
        'The languages that texts can be in, such as "es" or "en-GB". If the list is empty, they are "en-US" and "en-GB".',
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'feedbackUrl',
      title: 'Address for answers',
      type: 'url',
      description:
        'The web address that receives answers to "Was this article helpful?" from a form on each page. The guide for operators says how to set one up.',
      validation: (rule) => rule.uri({scheme: [...webSchemes]}).custom(fits(answersForm)),
    }),
    defineField({
      name: 'feedbackEmail',
      title: 'Email address for answers',
      type: 'string',
      description:
        'Receives the answers by email if there is no web address for them. If both are empty, pages do not ask the question.',
      validation: (rule) => rule.email(),
    }),
    defineField({
      name: 'rules',
      title: 'Editorial checks',
      type: 'array',
      of: [defineArrayMember({type: 'ruleSetting'})],
      description:
        'The rules that this library changes. Every export report lists them with their reasons.',
      validation: (rule) =>
        rule.custom<{_key: string; rule?: string}[]>((settings = []) => {
          const {field, message, hint} = repeated
          const again = new Set(repeatedSettings(settings.map((setting) => setting.rule)))
          const marks = settings
            .filter((_, index) => again.has(index))
            .map(({_key}) => ({path: [{_key}, field], message: `${message}. ${hint}`}))
          return marks.length === 0 ? true : marks
        }),
    }),
    defineField({
      name: 'signOff',
      title: 'Sign-off',
      type: 'array',
      of: [defineArrayMember({type: 'planRule'})],
      description:
        'Whose word content needs. Without a plan, each text needs one clinical word. A plan for a whole type replaces that. A plan for therapies, conditions or audiences adds to it. If you ask for more, texts that lack a word are withheld until they have it.',
    }),
    answersField,
  ],
  preview: {select: {title: 'title', subtitle: 'publisher'}},
})
