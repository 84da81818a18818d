// The files that are the same on every site: one stylesheet, put together from the page's own and
// each component's, and the typeface.

import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {ChannelFile} from '../channel.ts'

const components = [
  'callout',
  'citation',
  'disclaimer',
  'figure',
  'question',
  'table',
  'therapy-card',
]

// Atkinson Hyperlegible Next, by the Braille Institute (SIL Open Font License): made for readers
// with low vision, and shipped with the pages so that nothing is asked of another server.
const TYPEFACE = '@fontsource-variable/atkinson-hyperlegible-next'
const fonts = ['latin', 'latin-ext'].flatMap((script) =>
  ['normal', 'italic'].map((style) => `atkinson-hyperlegible-next-${script}-wght-${style}.woff2`),
)

const {resolve} = createRequire(import.meta.url)

function stylesheet(): string {
  return [
    new URL('web.css', import.meta.url),
    ...components.map((name) => new URL(`../../components/${name}/${name}.css`, import.meta.url)),
  ]
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
}

export function staticFiles(): ChannelFile[] {
  return [
    {path: 'styles.css', content: stylesheet()},
    ...fonts.map((name) => ({
      path: `fonts/${name}`,
      content: readFileSync(resolve(`${TYPEFACE}/files/${name}`)),
    })),
    {path: 'fonts/LICENSE.txt', content: readFileSync(resolve(`${TYPEFACE}/LICENSE`))},
  ]
}
