// A changed release is found: by one byte, by one name, and also if the manifest was changed to fit.

import {createHash} from 'node:crypto'
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import {dirname, join} from 'node:path'
import * as fc from 'fast-check'
import {beforeAll, expect, onTestFinished, test} from 'vitest'
import {manifestSchema, type Manifest} from '../../pipeline/release/manifest.ts'
import {verifyExports, verifyRelease} from '../../pipeline/release/verify.ts'
import {temporaryFolder} from '../support/command.ts'
import {article, library, makeDecision} from '../support/library.ts'
import {runs} from '../support/long.ts'
import {exportDocuments} from '../support/release.ts'

const PAGE = 'web/articles/what-is-prolotherapy.html'

let sound: string
let id: string
let paths: string[]
/** The file of approved articles. */
let texts: string

beforeAll(async () => {
  const folder = temporaryFolder()
  sound = join(folder.path, 'exports')
  id = (await exportDocuments(library, sound)).release
  paths = readdirSync(join(sound, 'releases', id), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) =>
      join(parentPath, name).slice(join(sound, 'releases', id, '/').length),
    )
    .toSorted()
  texts = paths.find((path) => path.startsWith('approved/article-')) ?? ''
  return () => folder[Symbol.dispose]()
})

/** A copy of the exports folder, with the folder of its only release. */
function copied(): {out: string; dir: string} & Disposable {
  const folder = temporaryFolder()
  const out = join(folder.path, 'exports')
  // Node would make the link lead to the original.
  cpSync(sound, out, {recursive: true, verbatimSymlinks: true})
  return {out, dir: join(out, 'releases', id), [Symbol.dispose]: () => folder[Symbol.dispose]()}
}

/** What is found in an exports folder, each as its path in the release and the problem. */
async function problemsIn(out: string, dir: string): Promise<string[]> {
  const {findings} = await verifyExports(out)
  return findings.map(({what, problem}) => `${what.replace(`${dir}/`, '')}: ${problem}`)
}

test('a release that only an export wrote is sound, also through the link and with a retracted page', async () => {
  const documents = readManifest(join(sound, 'current')).documents.length
  const release = {id, files: paths.length - 1, documents}
  expect(await verifyExports(sound)).toEqual({releases: [release], findings: []})
  expect(await verifyRelease(join(sound, 'current'))).toEqual({releases: [release], findings: []})

  using copy = copied()
  const retraction = makeDecision(article, 'retracted', {decidedAt: '2026-11-01T10:00:00Z'})
  const {release: second} = await exportDocuments([...library, retraction], copy.out)
  const {releases, findings} = await verifyExports(copy.out)
  expect(releases.map((one) => one.id)).toEqual([id, second].toSorted())
  expect(findings).toEqual([])
})

type Change = (dir: string, path: string) => void

const anyChange = fc.oneof<fc.Arbitrary<Change>[]>(
  // Another byte.
  fc.tuple(fc.nat(), fc.integer({min: 1, max: 255})).map(([at, mask]): Change => (dir, path) => {
    const bytes = readFileSync(join(dir, path))
    const index = at % bytes.length
    bytes[index] = (bytes[index] ?? 0) ^ mask
    writeFileSync(join(dir, path), bytes)
  }),
  // An end that is cut off.
  fc.nat().map((length): Change => (dir, path) => {
    truncateSync(join(dir, path), length % readFileSync(join(dir, path)).length)
  }),
  // More bytes, or a file that nobody wrote.
  fc.uint8Array({minLength: 1, maxLength: 9}).map((more): Change => (dir, path) => {
    writeFileSync(join(dir, path), more, {flag: 'a'})
  }),
  fc
    .tuple(fc.stringMatching(/^[a-z.-]{1,12}$/), fc.boolean())
    .map(([name, isFolder]): Change => (dir, path) => {
      const added = join(dir, dirname(path), `new${name}`)
      if (isFolder) mkdirSync(added)
      else writeFileSync(added, '')
    }),
  // Another name.
  fc.stringMatching(/^[a-z.-]{1,12}$/).map((name): Change => (dir, path) => {
    renameSync(join(dir, path), join(dir, dirname(path), `new${name}`))
  }),
  // Nothing, a link or a folder in its place.
  fc.constant<Change>((dir, path) => rmSync(join(dir, path))),
  fc.constant<Change>((dir, path) => {
    const elsewhere = join(dir, '..', '..', 'elsewhere')
    renameSync(join(dir, path), elsewhere)
    symlinkSync(elsewhere, join(dir, path))
  }),
  fc.constant<Change>((dir, path) => {
    rmSync(join(dir, path))
    mkdirSync(join(dir, path))
  }),
  // Two files in each other’s places.
  fc.nat().map((other): Change => (dir, path) => {
    const [a, b] = [join(dir, path), join(dir, paths[other % paths.length] ?? '')]
    const [one, two] = [readFileSync(a), readFileSync(b)]
    fc.pre(!one.equals(two))
    writeFileSync(a, two)
    writeFileSync(b, one)
  }),
)

test('any one change of a byte, a file or a name is found', async () => {
  await fc.assert(
    fc.asyncProperty(anyChange, fc.nat(), async (change, at) => {
      using copy = copied()
      change(copy.dir, paths[at % paths.length] ?? '')
      const {findings} = await verifyExports(copy.out)
      expect(findings).not.toEqual([])
    }),
    {numRuns: runs(100, 10_000)},
  )
})

test.each<[string, (dir: string) => void, string[]]>([
  [
    'a page with a changed word',
    (dir) => edit(join(dir, PAGE), 'injections', 'infections'),
    [`${PAGE}: its bytes are not those of the release`],
  ],
  [
    'an added folder',
    (dir) => {
      mkdirSync(join(dir, 'web', 'more'))
      writeFileSync(join(dir, 'web', 'more', 'page.html'), 'It cures.')
    },
    ['web/more: the manifest does not list it'],
  ],
  [
    'a link in the place of a page, to the same bytes',
    (dir) => {
      copyFileSync(join(dir, PAGE), join(dir, '..', '..', 'page.html'))
      rmSync(join(dir, PAGE))
      symlinkSync('../../../../page.html', join(dir, PAGE))
    },
    [`${PAGE}: it is a link or a folder, not a file`],
  ],
  [
    'a link in the place of a folder',
    (dir) => {
      renameSync(join(dir, 'web', 'articles'), join(dir, '..', '..', 'articles'))
      symlinkSync('../../../articles', join(dir, 'web', 'articles'))
    },
    ['web/articles: the manifest does not list it', `${PAGE}: it is missing`],
  ],
  [
    'a manifest that was cut short',
    (dir) => truncateSync(join(dir, 'manifest.json'), 1000),
    ['manifest.json: it is no manifest: the text is not JSON'],
  ],
  [
    'a manifest of another shape',
    (dir) => edit(join(dir, 'manifest.json'), '"asserted"', '"trusted"'),
    [expect.stringMatching(/^manifest\.json: it is no manifest at authorship: /)],
  ],
  [
    'a release without a manifest',
    (dir) => rmSync(join(dir, 'manifest.json')),
    ['manifest.json: it is missing'],
  ],
  [
    'a folder in the place of the manifest',
    (dir) => {
      rmSync(join(dir, 'manifest.json'))
      mkdirSync(join(dir, 'manifest.json'))
    },
    [expect.stringMatching(/: it cannot be read \(EISDIR/)],
  ],
  [
    'a changed approval',
    (dir) => edit(join(dir, 'manifest.json'), /"reviewer":"[^"]+"/, '"reviewer":"person-nobody"'),
    [
      expect.stringMatching(
        /: its name is not the SHA-256 of its manifest, which is [0-9a-f]{64}$/,
      ),
    ],
  ],
])('%s is named', async (_, change, expected) => {
  using copy = copied()
  change(copy.dir)
  expect(await problemsIn(copy.out, copy.dir)).toEqual(expected)
})

test.each<[string, (dir: string) => void, string]>([
  [
    'another text under an approval',
    (dir) => edit(join(dir, texts), '"title":"What is', '"title":"Who is'),
    'is not the text of article "article" that reviewer approved',
  ],
  [
    'a text without an approval',
    (dir) => writeFileSync(join(dir, texts), '{"_id":"x","_type":"faq"}\n', {flag: 'a'}),
    'is a text of faq "x", which the manifest does not list as approved',
  ],
  [
    'a text twice',
    (dir) => {
      const lines = readFileSync(join(dir, texts), 'utf8').trimEnd().split('\n')
      writeFileSync(join(dir, texts), `${lines.at(-1)}\n`, {flag: 'a'})
    },
    'is a text of article "article", which the manifest does not list as approved',
  ],
  [
    'an approval without its text',
    (dir) => edit(join(dir, texts), /.*"_id":"article".*\n/, ''),
    'it has no text of article "article", which the manifest lists as approved',
  ],
  [
    'a line that is no document',
    (dir) => writeFileSync(join(dir, texts), '{"_id":"x"}\n', {flag: 'a'}),
    'is no document',
  ],
])('%s is found, even if manifest and name were changed to fit', async (_, change, expected) => {
  using copy = copied()
  change(copy.dir)
  const {out, dir} = sealed(copy)
  expect(await problemsIn(out, dir)).toEqual([expect.stringContaining(expected)])
})

test.each<[string, (out: string) => void]>([
  ['is missing', (out) => rmSync(join(out, 'current'))],
  ['leads nowhere', (out) => link(out, join('releases', '0'.repeat(64)))],
  ['leads out of the folder', (out) => link(out, realpathSync(join(sound, 'current')))],
  [
    'is a copy',
    (out) => {
      rmSync(join(out, 'current'))
      cpSync(join(out, 'releases', id), join(out, 'current'), {recursive: true})
    },
  ],
])('a link to the current release that %s is found', async (_, change) => {
  using copy = copied()
  change(copy.out)
  expect((await verifyExports(copy.out)).findings).toEqual([
    {
      what: join(copy.out, 'current'),
      problem: 'it is no link to a release of this folder',
      hint: expect.stringContaining('export again'),
    },
  ])
})

test('a renamed release, and what else is among the releases, is found', async () => {
  using copy = copied()
  const renamed = join(copy.out, 'releases', 'library')
  cpSync(copy.dir, renamed, {recursive: true})
  writeFileSync(join(copy.out, 'releases', 'notes.txt'), 'mine')
  symlinkSync(copy.dir, join(copy.out, 'releases', 'latest'))
  const problem = `its name is not the SHA-256 of its manifest, which is ${id}`
  expect((await verifyExports(copy.out)).findings).toEqual([
    expect.objectContaining({
      what: join(copy.out, 'releases', 'latest'),
      problem: 'it is no folder',
    }),
    expect.objectContaining({what: renamed, problem}),
    expect.objectContaining({
      what: join(copy.out, 'releases', 'notes.txt'),
      problem: 'it is no folder',
    }),
  ])
  expect((await verifyRelease(renamed)).findings).toEqual([
    expect.objectContaining({what: realpathSync(renamed), problem}),
  ])
})

test('a folder without releases is not called sound', async () => {
  const folder = temporaryFolder()
  onTestFinished(() => folder[Symbol.dispose]())
  await expect(verifyExports(folder.path)).rejects.toThrow('There is no release in')
  await expect(verifyRelease(folder.path)).rejects.toThrow('it has no manifest.json')
})

function edit(file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(file, 'utf8')
  const edited = text.replace(from, to)
  expect(edited).not.toBe(text)
  writeFileSync(file, edited)
}

function link(out: string, target: string): void {
  rmSync(join(out, 'current'))
  symlinkSync(target, join(out, 'current'))
}

function readManifest(dir: string): Manifest {
  return manifestSchema.parse(JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')))
}

function digest(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Makes manifest and name fit the approved texts again, as an attacker would. */
function sealed({out, dir}: {readonly out: string; readonly dir: string}) {
  const bytes = readFileSync(join(dir, texts))
  const {files, ...rest} = readManifest(dir)
  const text = JSON.stringify({
    ...rest,
    files: files.map((file) =>
      file.path === texts ? {...file, bytes: bytes.length, sha256: digest(bytes)} : file,
    ),
  })
  writeFileSync(join(dir, 'manifest.json'), text)
  const fitting = join(out, 'releases', digest(text))
  renameSync(dir, fitting)
  link(out, join('releases', digest(text)))
  return {out, dir: fitting}
}
