// The manifest of a release: what is in it, and on whose word. Its digest is the release's id.

import {z} from 'zod'
import {governedTypes} from '../../review/governed.ts'

const digest = z.string().regex(/^[0-9a-f]{64}$/)

/** Who settled a document's revision, and when. */
const settled = z.strictObject({
  id: z.string().describe('The document'),
  type: z.enum(governedTypes),
  revision: digest.describe('The revision: SHA-256 of its canonical JSON'),
  review: z.string().describe('The id of the decision'),
  reviewer: z.string().describe('The id of the person who decided'),
  decidedAt: z.iso.datetime({offset: true}),
  state: z.enum(['approved', 'retracted']),
  slug: z.string().optional().describe('The last part of its address, if it has a page'),
})

export const manifestSchema = z
  .strictObject({
    version: z.literal(1),
    generator: z.string().describe('The program that made the release, with its version'),
    channels: z.array(z.string()),
    authorship: z
      .enum(['logged', 'asserted'])
      .describe(
        'logged: the log says that each decision was written by whom it names, or brought in by an administrator; asserted: decisions are taken at their word, since no log says who wrote them',
      ),
    documents: z.array(settled),
    files: z.array(
      z.strictObject({
        path: z.string().describe('Relative to the release, with forward slashes'),
        bytes: z.int().min(0),
        sha256: digest,
      }),
    ),
  })
  .describe('What is in a release, and on whose word')

export type Manifest = z.output<typeof manifestSchema>
