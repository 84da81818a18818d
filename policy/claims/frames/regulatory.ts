// Frames of approval.

import {approving, regulator} from '../../lexicon/regulators.ts'
import {isElsewhere, isRequired} from '../exceptions/regulatory.ts'
import type {Framed} from '../wordings.ts'

export const framed: readonly Framed[] = [
  {
    frames: [
      {
        name: 'a regulator approves',
        word: regulator,
        beside: [{any: [approving], within: 8}],
        fires: ['It has clearance from the FDA.', 'It is WHO endorsed.', 'FDA compliant'],
        quiet: ['The FDA has met.', 'those who approve it'],
      },
    ],
    message: 'says that a regulator has approved it',
    hint: 'Say which regulator has approved what, and for which use. If none has, say so.',
    unless: (found) => isElsewhere(found) || isRequired(found),
  },
]
