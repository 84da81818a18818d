// Says that a document is the message of another one in another form, such as a translation.

import {defineField, defineType} from 'sanity'
import {revisionForm} from '../data/forms.ts'
import {renditionKindOptions, renditionMethodOptions} from '../data/options.ts'
import {renderedTypes} from '../data/renditions.ts'
import {fits} from '../fields.ts'

export const rendition = defineType({
  name: 'rendition',
  title: 'Rendition',
  type: 'object',
  description:
    'Only for a text that says the same as another one of this library, in another language or form.',
  fields: [
    defineField({
      name: 'of',
      title: 'Rendition of',
      type: 'reference',
      to: renderedTypes.map((type) => ({type})),
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'revision',
      title: 'Made from the revision',
      type: 'string',
      description:
        'The approved revision of the other document that this text follows. When a newer one is approved, this text is behind.',
      validation: (rule) => rule.required().custom(fits(revisionForm)),
    }),
    // The choices have no initial value. With one, every new text would be a rendition of something.
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      options: {list: [...renditionKindOptions]},
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'method',
      title: 'Made by',
      type: 'string',
      options: {list: [...renditionMethodOptions], layout: 'radio'},
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'by',
      title: 'Name of the translator or maker',
      type: 'string',
      description: 'A person or a service.',
    }),
  ],
})
