// The list of withdrawn pages, `gone.json`. A web server answers with 410 at these addresses, so that search engines
// forget them at once.

import {z} from 'zod'
import type {Library} from '../../../page/library.ts'
import type {ChannelFile} from '../../channel.ts'
import {hasOwnPage, pageAddress} from '../context.ts'

export const GONE = 'gone.json'

export const goneSchema = z
  .array(
    z.strictObject({
      path: z.string().describe('The file with the notice, relative to the folder of the channel'),
      withdrawnAt: z.iso.datetime({offset: true}),
    }),
  )
  .describe(
    'Pages that a reviewer has taken down, in order of path. A question has no page of its own, so it is not here.',
  )

export function goneFile({withdrawn}: Library): ChannelFile {
  const list: z.output<typeof goneSchema> = withdrawn
    .filter(hasOwnPage)
    .map((card) => ({path: pageAddress(card), withdrawnAt: card.decidedAt}))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
  return {path: GONE, content: `${JSON.stringify(list)}\n`}
}
