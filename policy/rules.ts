// The registry of editorial rules. A new rule is a file and a line here.
import {moved} from './links/moved.ts'
import {redirect} from './links/redirect.ts'
import type {Rule} from './rule.ts'

/** In the order in which reports and docs/policy.md have them. */
export const rules: readonly Rule[] = [redirect, moved]
