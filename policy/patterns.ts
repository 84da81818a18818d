// The named patterns of the rules on claims and sources, for tests and for `npm run explain`.

import {wordings as efficacy} from './claims/efficacy.ts'
import {framed as efficacyFrames} from './claims/frames/efficacy.ts'
import {framed as framingFrames} from './claims/frames/framing.ts'
import {framed as regulatoryFrames} from './claims/frames/regulatory.ts'
import {framed as safetyFrames} from './claims/frames/safety.ts'
import {wordings as framing} from './claims/framing.ts'
import {additions, denials, doubts} from './claims/patterns/denials.ts'
import {reports} from './claims/patterns/reports.ts'
import {wordings as regulatory} from './claims/regulatory.ts'
import {wordings as safety} from './claims/safety.ts'
import type {Framed, Wording} from './claims/wordings.ts'
import {advices, instructions} from './evidence/clauses.ts'
import {comparisons} from './evidence/comparison.ts'
import {frames as evidenceFrames} from './evidence/frames.ts'
import {counts, durations, habits, rarities} from './evidence/frequency.ts'
import {groupSafety} from './evidence/group-safety.ts'
import {agreements, disagreements, strengths} from './evidence/level-agrees.ts'
import {agents} from './evidence/needs-source.ts'
import {acts} from './evidence/patterns/acts.ts'
import {cures, promises} from './evidence/patterns/cures.ts'
import {effects} from './evidence/patterns/effects.ts'
import {unknowns} from './evidence/patterns/unknowns.ts'
import {helpFrames, urgentFrames} from './safety/frames/help.ts'
import {signFrames} from './safety/frames/signs.ts'
import {lateFrames, soothingFrames} from './safety/frames/soothing.ts'
import {medicineFrames, prescribedFrames} from './safety/frames/stopping.ts'
import type {Frame} from './text/frame.ts'
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
  'evidence/uncited': [
    ...comparisons,
    ...counts,
    ...rarities,
    ...durations,
    ...habits,
    ...cures,
    ...promises,
    ...effects,
    ...groupSafety,
  ],
  'evidence/level-agrees': [...disagreements, ...agreements, ...strengths],
}

function framesOf(framed: readonly Framed[]): Frame[] {
  return framed.flatMap(({frames}) => frames)
}

/** Frames, by the id of the rule that uses them. */
export const frames: Readonly<Record<string, readonly Frame[]>> = {
  'claims/efficacy': framesOf(efficacyFrames),
  'claims/safety': framesOf(safetyFrames),
  'claims/framing': framesOf(framingFrames),
  'claims/regulatory': framesOf(regulatoryFrames),
  'evidence/uncited': evidenceFrames,
  'safety/by-hand': [...urgentFrames, ...helpFrames],
  'safety/in-time': lateFrames,
  'safety/played-down': [...signFrames, ...soothingFrames],
  'safety/stop-medicine': [...prescribedFrames, ...medicineFrames],
}

/** Patterns that limit what these rules find. */
export const limitingPatterns: readonly Pattern[] = [
  ...reports,
  ...doubts,
  ...denials,
  ...additions,
  ...instructions,
  ...advices,
  ...unknowns,
  ...agents,
  ...acts,
]
