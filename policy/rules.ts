// The registry of editorial rules. A new rule is a file and a line here.

import {alternative} from './accessibility/alternative.ts'
import {headingOrder} from './accessibility/heading-order.ts'
import {language} from './accessibility/language.ts'
import {linkText} from './accessibility/link-text.ts'
import {tableRule} from './accessibility/table.ts'
import {efficacy} from './claims/efficacy.ts'
import {framing} from './claims/framing.ts'
import {regulatory} from './claims/regulatory.ts'
import {safety} from './claims/safety.ts'
import {required} from './disclaimers/required.ts'
import {identifier} from './evidence/identifier.ts'
import {parts} from './evidence/parts.ts'
import {uncited} from './evidence/uncited.ts'
import {unusedReference} from './evidence/unused-reference.ts'
import {expired} from './freshness/expired.ts'
import {interval} from './freshness/interval.ts'
import {overdue} from './freshness/overdue.ts'
import {soon} from './freshness/soon.ts'
import {clinicEndorsement} from './interests/clinic-endorsement.ts'
import {commercialLink} from './interests/commercial-link.ts'
import {declared} from './interests/declared.ts'
import {insecure} from './links/insecure.ts'
import {moved} from './links/moved.ts'
import {redirect} from './links/redirect.ts'
import {target} from './links/target.ts'
import {abbreviation} from './plain/abbreviation.ts'
import {grade} from './plain/grade.ts'
import {jargon} from './plain/jargon.ts'
import {passive} from './plain/passive.ts'
import {sentenceLength} from './plain/sentence-length.ts'
import {spacing} from './plain/spacing.ts'
import type {Rule} from './rule.ts'

/** In the order in which reports and docs/policy.md have them. */
export const rules: readonly Rule[] = [
  efficacy,
  safety,
  framing,
  regulatory,
  uncited,
  parts,
  identifier,
  unusedReference,
  required,
  grade,
  sentenceLength,
  passive,
  jargon,
  abbreviation,
  spacing,
  soon,
  overdue,
  expired,
  interval,
  alternative,
  headingOrder,
  linkText,
  tableRule,
  language,
  declared,
  clinicEndorsement,
  commercialLink,
  target,
  insecure,
  redirect,
  moved,
]

/** The rule with an id, if there is one. */
export function ruleWithId(id: unknown): Rule | undefined {
  return rules.find((rule) => rule.id === id)
}
