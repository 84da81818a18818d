// The pages that fall with a document, for the reviewer who is about to retract it.

import {Card, Stack, Text} from '@sanity/ui'
import {useCallback} from 'react'
import {useClient} from 'sanity'
import type {Settled} from '../../model/standing/settled.ts'
import {stringOf} from '../../policy/references.ts'
import {pathOf} from '../../render/channels/app/app.ts'
import {pageAddress} from '../../render/channels/web/context.ts'
import {languageFolder} from '../../render/page/addresses.ts'
import {isPageType} from '../../review/governed.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import type {ChannelName} from '../../schemas/data/channels.ts'
import {Failed} from '../review/failed.tsx'
import {pagesFallingWith} from '../review/read-library.ts'
import {SETTINGS} from '../review/records.ts'
import {useLoadable, type Retryable} from '../review/use-loadable.ts'

/** A page that readers would lose, with its address in each channel. */
interface FallingPage {
  readonly id: string
  readonly title: string
  readonly addresses: readonly {readonly channel: ChannelName; readonly address: string}[]
}

/** The pages that readers would lose with a document, without its own page. */
export function useFallingPages(id: string): Retryable<readonly FallingPage[]> {
  const client = useClient({apiVersion: API_VERSION})
  return useLoadable(
    useCallback(
      async (signal: AbortSignal) => {
        const [pages, site] = await Promise.all([
          pagesFallingWith(client, id, signal),
          client.fetch<unknown>(`${SETTINGS}.language`, {}, {signal}),
        ])
        return pages.map((page): FallingPage => {
          const {id: pageId, title} = page
          return {id: pageId, title, addresses: addressesOf(page, stringOf(site))}
        })
      },
      [client, id],
    ),
  )
}

export function FallingPages({loadable, retry}: Retryable<readonly FallingPage[]>) {
  if (loadable.state === 'failed') {
    return (
      <Failed
        what="The pages that fall with it could not be looked up"
        problem={loadable.problem}
        onRetry={retry}
      />
    )
  }
  if (loadable.state === 'loading') {
    return <Text size={1}>Looking up which other pages readers lose…</Text>
  }
  const pages = loadable.value
  if (pages.length === 0) return <Text size={1}>Readers lose no other page.</Text>
  return (
    <Card padding={3} radius={2} tone="critical" border>
      <Stack gap={3}>
        <Text as="h3" size={1} weight="semibold">
          {pages.length === 1
            ? 'Readers lose another page, which needs this document'
            : `Readers lose ${pages.length} other pages, which need this document`}
        </Text>
        <Stack as="ul" gap={3} style={{margin: 0, paddingInlineStart: 20}}>
          {pages.map((page) => (
            <li key={page.id}>
              <Text size={1}>
                {page.title}
                {page.addresses.map(({channel, address}) => (
                  <span key={channel} style={{display: 'block', overflowWrap: 'anywhere'}}>
                    {channel}: <code>{address}</code>
                  </span>
                ))}
              </Text>
            </li>
          ))}
        </Stack>
      </Stack>
    </Card>
  )
}

/** Where a page is in each channel. */
function addressesOf({type, slug, language}: Settled, site: string): FallingPage['addresses'] {
  if (slug === undefined || !isPageType(type)) return []
  const page = {type, slug, folder: languageFolder(language, site)}
  return [
    {channel: 'app', address: pathOf(page)},
    {channel: 'web', address: pageAddress(page)},
  ]
}
