// The files of the web channel that are the same on every site: the typeface, and one stylesheet of
// the channel's own styles and those of the components.

import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {ChannelFile} from '../../render/channels/channel.ts'
import type {ChannelName} from '../../schemas/data/channels.ts'

const components = [
  'callout',
  'citation',
  'disclaimer',
  'figure',
  'question',
  'table',
  'therapy-card',
]

// Atkinson Hyperlegible Next by the Braille Institute (SIL Open Font License) is made for readers with
// low vision. It is part of the release, so that pages load nothing from another server.
const TYPEFACE = '@fontsource-variable/atkinson-hyperlegible-next'
const fonts = ['latin', 'latin-ext'].flatMap((script) =>
  ['normal', 'italic'].map((style) => `atkinson-hyperlegible-next-${script}-wght-${style}.woff2`),
)

const {resolve} = createRequire(import.meta.url)

function stylesheet(): string {
  return [
    new URL('../../render/channels/web/web.css', import.meta.url),
    ...components.map(
      (name) => new URL(`../../render/components/${name}/${name}.css`, import.meta.url),
    ),
  ]
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
}

/** The static files of a channel. Only the web channel has any. */
export function staticFiles(channel: ChannelName): ChannelFile[] {
  if (channel !== 'web') return []
  return [
    {path: 'styles.css', content: stylesheet()},
    ...fonts.map((name) => ({
      path: `fonts/${name}`,
      content: readFileSync(resolve(`${TYPEFACE}/files/${name}`)),
    })),
    {path: 'fonts/LICENSE.txt', content: readFileSync(resolve(`${TYPEFACE}/LICENSE`))},
  ]
}
