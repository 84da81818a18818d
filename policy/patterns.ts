// The named patterns of the rules on claims and sources.

import {wordings as efficacy} from './claims/efficacy.ts'
import {wordings as framing} from './claims/framing.ts'
import {wordings as regulatory} from './claims/regulatory.ts'
import {wordings as safety} from './claims/safety.ts'
import type {Wording} from './claims/wordings.ts'
import type {Pattern} from './text/pattern.ts'

function patternsIn(wordings: readonly Wording[]): Pattern[] {
  return wordings.flatMap(({patterns}) => patterns)
}

/** By the id of the rule that uses them. */
export const patterns: Readonly<Record<string, readonly Pattern[]>> = {
  'claims/efficacy': patternsIn(efficacy),
  'claims/safety': patternsIn(safety),
  'claims/framing': patternsIn(framing),
  'claims/regulatory': patternsIn(regulatory),
}
