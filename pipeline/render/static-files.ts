// The files of the web channel that are the same on every site: the typeface, the picture of shared links, and one stylesheet of
// the channel's own styles and those of the parts of pages.

import {globSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {
  sitePart,
  type Channel,
  type ChannelFile,
  type SitePart,
} from '../../render/channels/channel.ts'
import {SOCIAL_CARD} from '../../render/channels/web/machines/social.ts'

const MACHINES = join('channels', 'web', 'machines')
const RENDER = join(import.meta.dirname, '..', '..', 'render')

// Atkinson Hyperlegible Next by the Braille Institute (SIL Open Font License) is made for readers with
// low vision. It is part of the release, so that pages load nothing from another server.
const TYPEFACE = '@fontsource-variable/atkinson-hyperlegible-next'
const fonts = ['latin', 'latin-ext'].map(
  (script) => `atkinson-hyperlegible-next-${script}-wght-normal.woff2`,
)

const {resolve} = createRequire(import.meta.url)

function stylesheet(): string {
  const parts = globSync('{components,channels/web}/*/*.css', {cwd: RENDER}).toSorted()
  return [join('channels', 'web', 'web.css'), ...parts]
    .map((file) => withoutComments(readFileSync(join(RENDER, file), 'utf8')))
    .join('')
}

/** Every page loads the stylesheet, so it says nothing that only we read. */
function withoutComments(css: string): string {
  return css.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/\n\s*/g, '\n')
}

/** All parts of a channel. Only the web channel has files that are the same on every site. */
export function siteParts({name, site}: Channel): readonly SitePart[] {
  return name === 'web' ? [...site, sitePart('static', staticFiles)] : site
}

function staticFiles(): ChannelFile[] {
  return [
    {path: 'styles.css', content: stylesheet()},
    ...fonts.map((name) => ({
      path: `fonts/${name}`,
      content: readFileSync(resolve(`${TYPEFACE}/files/${name}`)),
    })),
    {path: SOCIAL_CARD.path, content: readFileSync(join(RENDER, MACHINES, SOCIAL_CARD.path))},
    {path: 'fonts/LICENSE.txt', content: readFileSync(resolve(`${TYPEFACE}/LICENSE`))},
  ]
}
