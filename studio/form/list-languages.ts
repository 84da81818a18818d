// The languages that texts of the library can be in, by its site settings.

import type {SanityClient} from 'sanity'
import {languagesIn} from '../../model/policy-context.ts'
import {storedDocument} from '../../review/revision.ts'
import {SETTINGS} from '../review/records.ts'

/** @throws Error if the lake does not answer */
export async function listLanguages(
  client: Pick<SanityClient, 'fetch'>,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const settings = await client.fetch<unknown>(SETTINGS, {}, {signal})
  return languagesIn(storedDocument.safeParse(settings).data)
}
