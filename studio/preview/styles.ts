// The stylesheet of the web channel, with the typeface, as one text. A sandboxed page cannot fetch files
// from the Studio.

import latinExt from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2?inline'
import latin from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?inline'
import web from '../../render/channels/web/web.css?raw'

/** In order of their names, as in the stylesheet of a release. */
const components = import.meta.glob<string>('../../render/{components,channels/web}/*/*.css', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const fonts: Record<string, string> = {
  'latin-wght-normal': latin,
  'latin-ext-wght-normal': latinExt,
}

/** The content of `styles.css`, with the typeface in it. */
export const styles = [web, ...Object.values(components)]
  .join('\n')
  .replaceAll(
    /fonts\/atkinson-hyperlegible-next-([a-z-]+)\.woff2/g,
    (address, name: string) => fonts[name] ?? address,
  )
