// The guides as the server of the Studio shows them: each link leads somewhere on that server.

import {existsSync, globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {guides, writeGuides} from '../../scripts/shared/guides.ts'
import {temporaryFolder} from '../support/command.ts'

const SERVER = 'http://localhost:4001'
const ATTRIBUTE = /\b(?:href|src)="([^"]*)"/g

test('every link of a guide leads to a page, a heading or a picture, or into the Studio of the same server', () => {
  const folder = temporaryFolder()
  onTestFinished(() => folder[Symbol.dispose]())
  const root = join(folder.path, 'guides')
  writeGuides(root)
  const pages = new Map(
    globSync('*.html', {cwd: root}).map((name) => [name, readFileSync(join(root, name), 'utf8')]),
  )
  expect(
    guides.map(({path}) => path.replace('/guides/', '')).filter((name) => !pages.has(name)),
  ).toEqual([])
  const broken = [...pages].flatMap(([name, html]) =>
    Array.from(html.matchAll(ATTRIBUTE), ([, link = '']) => link).filter((link) => {
      const {protocol, origin, pathname, hash} = new URL(link, `${SERVER}/guides/${name}`)
      if (origin !== SERVER) return protocol !== 'https:' && /\blocalhost\b/.test(link)
      if (!pathname.startsWith('/guides/')) return !/^\/(?:intent\/|$)/.test(pathname)
      const file = pathname.replace('/guides/', '')
      const page = pages.get(file)
      if (page === undefined) return !existsSync(join(root, file))
      return hash !== '' && !page.includes(` id="${hash.slice(1)}"`)
    }),
  )
  expect(broken).toEqual([])
})
