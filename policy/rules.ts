// The registry of editorial rules. A new rule is a file and a line here.
import {alternative} from './accessibility/alternative.ts'
import {headingOrder} from './accessibility/heading-order.ts'
import {language} from './accessibility/language.ts'
import {linkText} from './accessibility/link-text.ts'
import {tableRule} from './accessibility/table.ts'
import {abbreviation} from './plain/abbreviation.ts'
import {grade} from './plain/grade.ts'
import {jargon} from './plain/jargon.ts'
import {passive} from './plain/passive.ts'
import {sentenceLength} from './plain/sentence-length.ts'
import type {Rule} from './rule.ts'

/** In the order in which reports and docs/policy.md have them. */
export const rules: readonly Rule[] = [
  grade,
  sentenceLength,
  passive,
  jargon,
  abbreviation,
  alternative,
  headingOrder,
  linkText,
  tableRule,
  language,
]
