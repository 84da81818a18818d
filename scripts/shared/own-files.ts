// Makes a built Studio load nothing from the internet. Sanity's own build loads its typeface from Sanity's servers, and
// a script for Sanity's dashboard, in which an embedded lake has no place.

import {copyFileSync, globSync, readFileSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'

const require = createRequire(import.meta.url)

const styles = ['wght.css', 'wght-italic.css']

/** A face whose file is on a server of Sanity. */
const SANITYS_FACE = /\s*@font-face\s*\{[^}]*\.sanity\.io\/[^}]*\}/g
const SANITYS_SCRIPT = /<script[^>]* data-sanity-core(?:="")?><\/script>/

/** @param folder The output of `sanity build`. */
export function keepFilesHere(folder: string): void {
  const fonts = dirname(require.resolve('@fontsource-variable/inter/package.json'))
  for (const file of globSync('files/*-wght-*.woff2', {cwd: fonts})) {
    copyFileSync(join(fonts, file), join(folder, file.replace('files', 'static')))
  }
  const faces = styles
    .map((name) => readFileSync(join(fonts, name), 'utf8'))
    .join('\n')
    .replaceAll("'Inter Variable'", 'Inter')
    .replaceAll('./files/', '/static/')
  const page = join(folder, 'index.html')
  for (const file of [page, ...globSync(join(folder, 'static', '*.css'))]) {
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replaceAll(SANITYS_FACE, '').replace(SANITYS_SCRIPT, ''))
  }
  const html = readFileSync(page, 'utf8')
  writeFileSync(
    page,
    html.replace('</head>', () => `<style>${faces}</style></head>`),
  )
}
