// The content model that editors see. Each type has its own file and one line here.

import type {DocumentDefinition, SchemaTypeDefinition} from 'sanity'
import {article} from './documents/article.ts'
import {citedWork} from './documents/cited-work.ts'
import {clinic} from './documents/clinic.ts'
import {condition} from './documents/condition.ts'
import {disclaimer} from './documents/disclaimer.ts'
import {faq} from './documents/faq.ts'
import {glossaryTerm} from './documents/glossary-term.ts'
import {person} from './documents/person.ts'
import {review} from './documents/review.ts'
import {siteSettings} from './documents/site-settings.ts'
import {siteWords} from './documents/site-words.ts'
import {submission} from './documents/submission.ts'
import {therapyType} from './documents/therapy-type.ts'
import {warningSigns} from './documents/warning-signs.ts'
import {answerText} from './objects/answer-text.ts'
import {callout} from './objects/callout.ts'
import {faqEmbed} from './objects/faq-embed.ts'
import {figure} from './objects/figure.ts'
import {healthText} from './objects/health-text.ts'
import {openingSpan} from './objects/opening-span.ts'
import {plainHealthText} from './objects/plain-health-text.ts'
import {planRequirement, planRule} from './objects/plan-rule.ts'
import {rendition} from './objects/rendition.ts'
import {richTable} from './objects/rich-table.ts'
import {ruleSetting} from './objects/rule-setting.ts'
import {seo} from './objects/seo.ts'
import {seriousRisk} from './objects/serious-risk.ts'
import {sideEffect} from './objects/side-effect.ts'
import {signGroup} from './objects/sign-group.ts'
import {table} from './objects/table.ts'
import {therapyEmbed} from './objects/therapy-embed.ts'
import {warningSignsEmbed} from './objects/warning-signs-embed.ts'

/** The documents that people write in the Studio. */
export const documentTypes: DocumentDefinition[] = [
  article,
  therapyType,
  faq,
  disclaimer,
  warningSigns,
  citedWork,
  person,
  condition,
  clinic,
  siteWords,
  glossaryTerm,
  review,
  submission,
  siteSettings,
]

/** The parts that documents are made of. */
export const objectTypes: SchemaTypeDefinition[] = [
  healthText,
  plainHealthText,
  answerText,
  callout,
  figure,
  richTable,
  table,
  faqEmbed,
  therapyEmbed,
  warningSignsEmbed,
  signGroup,
  seriousRisk,
  sideEffect,
  openingSpan,
  seo,
  rendition,
  ruleSetting,
  planRule,
  planRequirement,
]
