// The files, headings and commands that the documentation names must exist.

import {existsSync} from 'node:fs'
import {dirname, join} from 'node:path'
import GithubSlugger from 'github-slugger'
import {expect, test} from 'vitest'
import packageJson from '../../package.json' with {type: 'json'}
import {codeOf, headingsOf, linksOf, markdownFiles} from './markdown.ts'

/** A path in a committed folder. Folders that commands make, such as `exports/current`, may be missing. */
const PATH =
  /^(?:bench|content|docs|lake|model|pipeline|policy|render|review|schemas|scripts|studio|tests)\/[\w./-]*$/

/** A command of package.json. */
const COMMAND = /npm run (?:--silent |-s )?(?<name>[\w:]+)/g

function anchorsOf(path: string): Set<string> {
  const slugger = new GithubSlugger()
  return new Set(headingsOf(path).map((heading) => slugger.slug(heading)))
}

test.each(markdownFiles)('every link of %s leads to a file and a heading that exist', (path) => {
  const broken = linksOf(path).filter((link) => {
    if (URL.canParse(link)) return false
    const [file = '', anchor] = link.split('#')
    const target = file === '' ? path : join(dirname(path), file)
    if (!existsSync(target)) return true
    return anchor !== undefined && !anchorsOf(target).has(anchor)
  })
  expect(broken).toEqual([])
})

test.each(markdownFiles)('every file that %s names exists', (path) => {
  const missing = codeOf(path)
    .words.filter((word) => PATH.test(word))
    .filter((word) => !existsSync(word) && !existsSync(join(dirname(path), word)))
  expect(missing).toEqual([])
})

test.each(markdownFiles)('every command that %s names exists', (path) => {
  const {words, blocks} = codeOf(path)
  const named = [...words, ...blocks].flatMap((code) =>
    Array.from(code.matchAll(COMMAND), ({groups}) => groups?.name ?? ''),
  )
  expect(named.filter((name) => !Object.hasOwn(packageJson.scripts, name))).toEqual([])
})
