// The list of former addresses, `redirects.json`. Every channel has one.

import {z} from 'zod'
import type {ChannelFile} from './channel.ts'

const address = z.string().describe('Relative to the folder of the channel')

export const redirectsSchema = z
  .array(z.strictObject({from: address, to: address}))
  .describe('Former addresses of pages and where each leads, in order of the former address')

/** The file of a channel's redirects. */
export function redirectsFile(redirects: z.output<typeof redirectsSchema>): ChannelFile {
  const list = redirects
    .map(({from, to}) => ({from, to}))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return {path: 'redirects.json', content: `${JSON.stringify(list)}\n`}
}
