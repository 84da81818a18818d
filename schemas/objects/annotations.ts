// The annotations that every kind of health text allows on its words.

import {BookIcon} from '@sanity/icons/Book'
import {DocumentIcon} from '@sanity/icons/Document'
import {TranslateIcon} from '@sanity/icons/Translate'
import {defineArrayMember, defineField} from 'sanity'
import {pageTypes} from '../../review/governed.ts'
import {linkForm, linkSchemes} from '../data/forms.ts'
import {fits, languageProblem} from '../fields.ts'

export const annotations = [
  // First, because the toolbar moves the last ones into a menu where there is little room.
  defineArrayMember({
    name: 'citation',
    title: 'Citation',
    type: 'object',
    icon: BookIcon,
    fields: [
      defineField({
        name: 'reference',
        title: 'Reference',
        type: 'reference',
        to: [{type: 'citedWork'}],
        description: 'The source that supports these words. Readers see it as a numbered note.',
        validation: (rule) => rule.required(),
      }),
    ],
  }),
  defineArrayMember({
    name: 'link',
    title: 'Link to another website',
    type: 'object',
    fields: [
      defineField({
        name: 'href',
        title: 'Address',
        type: 'url',
        description: 'A full address (https://…), or mailto: or tel:.',
        validation: (rule) =>
          rule
            .required()
            .uri({scheme: [...linkSchemes]})
            .custom(fits(linkForm)),
      }),
      defineField({
        name: 'commercial',
        title: 'Commercial',
        type: 'boolean',
        description:
          'The link is paid for, or leads to a seller of what the page is about. Readers see a notice.',
      }),
    ],
  }),
  defineArrayMember({
    name: 'internalLink',
    title: 'Link to a page of this library',
    type: 'object',
    icon: DocumentIcon,
    fields: [
      defineField({
        name: 'reference',
        title: 'Page',
        type: 'reference',
        to: pageTypes.map((type) => ({type})),
        description: 'The link still works if the address of the page changes.',
        validation: (rule) => rule.required(),
      }),
    ],
  }),
  defineArrayMember({
    name: 'foreign',
    title: 'Words in another language',
    type: 'object',
    icon: TranslateIcon,
    fields: [
      defineField({
        name: 'language',
        title: 'Language',
        type: 'string',
        description:
          'Its tag, such as "es" or "la". Screen readers then pronounce the words right.',
        validation: (rule) => rule.required().custom(languageProblem),
      }),
    ],
  }),
]
