// The content model that editors see. One file a type; a new type is one new file and one line here.
import type {DocumentDefinition, SchemaTypeDefinition} from 'sanity'

import {article} from './documents/article.ts'
import {citedWork} from './documents/citedWork.ts'
import {clinic} from './documents/clinic.ts'
import {condition} from './documents/condition.ts'
import {disclaimer} from './documents/disclaimer.ts'
import {faq} from './documents/faq.ts'
import {glossaryTerm} from './documents/glossaryTerm.ts'
import {person} from './documents/person.ts'
import {review} from './documents/review.ts'
import {siteSettings} from './documents/siteSettings.ts'
import {submission} from './documents/submission.ts'
import {therapyType} from './documents/therapyType.ts'
import {callout} from './objects/callout.ts'
import {faqEmbed} from './objects/faqEmbed.ts'
import {figure} from './objects/figure.ts'
import {healthText} from './objects/healthText.ts'
import {plainHealthText} from './objects/plainHealthText.ts'
import {ruleSetting} from './objects/ruleSetting.ts'
import {seo} from './objects/seo.ts'
import {table} from './objects/table.ts'
import {therapyEmbed} from './objects/therapyEmbed.ts'

/** What people write in the Studio. */
export const documentTypes: DocumentDefinition[] = [
  article,
  therapyType,
  faq,
  disclaimer,
  citedWork,
  person,
  condition,
  clinic,
  glossaryTerm,
  review,
  submission,
  siteSettings,
]

/** What documents are made of. */
export const objectTypes: SchemaTypeDefinition[] = [
  healthText,
  plainHealthText,
  callout,
  figure,
  table,
  faqEmbed,
  therapyEmbed,
  seo,
  ruleSetting,
]
