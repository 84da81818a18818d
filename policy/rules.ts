// The registry of editorial rules. A new rule is a file and a line here.
import {efficacy} from './claims/efficacy.ts'
import {framing} from './claims/framing.ts'
import {regulatory} from './claims/regulatory.ts'
import {safety} from './claims/safety.ts'
import {uncited} from './evidence/uncited.ts'
import {spacing} from './plain/spacing.ts'
import type {Rule} from './rule.ts'

/** In the order in which reports and docs/policy.md have them. */
export const rules: readonly Rule[] = [efficacy, safety, framing, regulatory, uncited, spacing]
