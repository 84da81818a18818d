// The labelled corpus: sentences as patients read them, with an editor's labels.

import {readFileSync} from 'node:fs'
import {z} from 'zod'

const labelled = z.strictObject({
  text: z.string(),
  /** Words that claim too much, and what kind of claim each is. */
  claims: z.array(
    z.strictObject({
      span: z.string(),
      kind: z.enum(['efficacy', 'safety', 'framing', 'regulatory']),
    }),
  ),
  /** What in it needs a source. */
  evidence: z.enum(['effect', 'frequency', 'comparison', 'none']),
  passive: z.boolean(),
})

export type Labelled = z.output<typeof labelled>

/** Rules were tuned on one part, and are measured on both: see README.md. */
export function readCorpus(part: 'tuning' | 'held-out'): Labelled[] {
  return readFileSync(new URL(`./${part}.ndjson`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => labelled.parse(JSON.parse(line)))
}
