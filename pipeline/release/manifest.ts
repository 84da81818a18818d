// The manifest of a release: its files and documents, with who approved each document. Its digest is
// the release's id.

import {z} from 'zod'
import {governedTypes} from '../../review/governed.ts'
import {signOffKinds} from '../../review/sign-off-kind.ts'

const digest = z.string().regex(/^[0-9a-f]{64}$/)

const word = z.strictObject({
  review: z.string().describe('The id of the decision'),
  reviewer: z.string().describe('The id of the person'),
  decidedAt: z.iso.datetime({offset: true}),
})

const requirement = z.strictObject({
  kind: z.enum(signOffKinds),
  people: z.int().min(1).describe('Of how many different people a word is needed'),
  field: z.string().optional().describe('The field in which they have to be qualified'),
  words: z.array(word).describe('The words that were given: fewer only in an urgent correction'),
})

/** A document of the release: who decided on its revision, and when. */
const settled = z.strictObject({
  id: z.string().describe('The document'),
  type: z.enum(governedTypes),
  revision: digest.describe('The revision: SHA-256 of its canonical JSON'),
  review: z.string().describe('The id of the decision'),
  reviewer: z.string().describe('The id of the person who decided'),
  decidedAt: z.iso.datetime({offset: true}),
  state: z
    .enum(['approved', 'held', 'retracted'])
    .describe(
      'held: approved, but a document that it needs is not available, so readers get a notice in its place',
    ),
  slug: z.string().optional().describe('The last part of its address, if it has a page'),
  signOff: z
    .array(requirement)
    .optional()
    .describe(
      'Whose words it needs, and who gave them; absent if readers get a notice in its place',
    ),
  urgent: z
    .literal(true)
    .optional()
    .describe('Two reviewers asked for an urgent correction, and its sign-off is not complete yet'),
})

export const manifestSchema = z
  .strictObject({
    version: z.literal(1),
    generator: z.string().describe('The program that made the release, with its version'),
    channels: z.array(z.string()),
    authorship: z
      .enum(['logged', 'asserted'])
      .describe(
        'logged: the log confirms that each decision was written by the reviewer whom it names, or imported by an administrator; asserted: there is no log that could confirm who wrote the decisions',
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
  .describe('The files and documents of a release, with who approved each document')

export type Manifest = z.output<typeof manifestSchema>
