// The types of documents that can be renditions of others of the same type.

import type {GovernedType} from '../../review/governed.ts'

export const renderedTypes = [
  'article',
  'therapyType',
  'faq',
  'disclaimer',
  'warningSigns',
  'condition',
] as const satisfies readonly GovernedType[]
