// Build jobs may rely on this: every file of a release has the shape that the committed contract
// describes, and every file that it names exists.

import {createHash} from 'node:crypto'
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import addFormats from 'ajv-formats'
import {Ajv2020, type ValidateFunction} from 'ajv/dist/2020.js'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {z} from 'zod'
import {temporaryFolder} from '../support/command.ts'
import {
  exportBoth,
  exportedNames,
  filesEnding,
  readText,
  type ExportedName,
} from '../support/exported.ts'
import {library, makeDecision, work} from '../support/library.ts'
import {exportDocuments, freshOut} from '../support/release.ts'

const contract = join(import.meta.dirname, '..', '..', 'exports', 'contract')
const ajv = new Ajv2020({allErrors: true, strict: true})
addFormats.default(ajv)

const shapes = new Map<string, ValidateFunction>(
  filesEnding(contract, '.schema.json').map((file) => [
    file.replace('.schema.json', ''),
    ajv.compile(JSON.parse(readText(contract, file))),
  ]),
)

const folder = temporaryFolder()
afterAll(() => folder[Symbol.dispose]())

let releases: Record<ExportedName, string>
beforeAll(async () => {
  releases = await exportBoth(folder.path)
})

/** The two fields of a file that decide its shape. */
const anyBundle = z.looseObject({status: z.string().optional(), type: z.string().optional()})

/** The name of the schema for a file. Build jobs choose by the same two fields. */
function shapeOf(path: string, {status, type}: z.output<typeof anyBundle>): string {
  const [, site] = /^(index|clinics)\.json$/.exec(path) ?? []
  if (site !== undefined) return `app.${site}`
  return `app.${status === 'approved' ? type : status}`
}

/** What is wrong with a value according to the schema of that name. */
function problems(shape: string, value: unknown): string[] {
  const validate = shapes.get(shape)
  if (!validate) return [`There is no schema ${shape}`]
  if (validate(value)) return []
  return (validate.errors ?? []).map(({instancePath, message}) => `${instancePath} ${message}`)
}

function appOf(name: ExportedName): string {
  return join(releases[name], 'app')
}

function bundlesOf(name: ExportedName): Map<string, z.output<typeof anyBundle>> {
  return bundlesIn(appOf(name))
}

function bundlesIn(app: string): Map<string, z.output<typeof anyBundle>> {
  return new Map(
    filesEnding(app, '.json')
      .filter((path) => path !== 'redirects.json')
      .map((path) => [path, anyBundle.parse(JSON.parse(readText(app, path)))]),
  )
}

const manifest = z.object({
  documents: z.array(z.object({id: z.string(), revision: z.string(), state: z.string()})),
  files: z.array(z.object({path: z.string(), bytes: z.number(), sha256: z.string()})),
})

describe.each(exportedNames)('a release of %s', (name) => {
  test('has only bundles of the promised shapes', () => {
    const bundles = bundlesOf(name)
    expect(bundles.size).toBeGreaterThan(4)
    for (const [path, bundle] of bundles) {
      expect(problems(shapeOf(path, bundle), bundle), path).toEqual([])
    }
  })

  test('has a manifest of the promised shape that names each file with its size and digest', () => {
    const value: unknown = JSON.parse(readText(releases[name], 'manifest.json'))
    expect(problems('manifest', value)).toEqual([])
    const {files} = manifest.parse(value)
    const listed = files.map(({path}) => path).toSorted()
    const present = filesEnding(releases[name], '').filter(
      (path) => path !== 'manifest.json' && /\.\w+$/.test(path),
    )
    expect(listed).toEqual(present)
    for (const {path, bytes, sha256} of files) {
      const content = readFileSync(join(releases[name], path))
      expect(content.byteLength, path).toBe(bytes)
      expect(createHash('sha256').update(content).digest('hex'), path).toBe(sha256)
    }
  })

  test.each(['app', 'web'])('lists the redirects of %s in the promised shape', (channel) => {
    const value: unknown = JSON.parse(readText(join(releases[name], channel), 'redirects.json'))
    expect(problems('redirects', value)).toEqual([])
    const redirects = z.array(z.object({from: z.string(), to: z.string()})).parse(value)
    expect(redirects).toEqual(redirects.toSorted((a, b) => (a.from < b.from ? -1 : 1)))
    const at = (path: string): boolean => existsSync(join(releases[name], channel, path))
    for (const {from, to} of redirects) {
      expect(at(to), `${from} leads to ${to}`).toBe(true)
      expect(at(from), from).toBe(channel === 'web')
    }
  })

  test('lists the withdrawn pages of web in the promised shape', () => {
    const value: unknown = JSON.parse(readText(join(releases[name], 'web'), 'gone.json'))
    expect(problems('web.gone', value)).toEqual([])
  })

  test('has every page, image and link target that its bundles name', () => {
    const pointing = z.looseObject({
      images: z.array(z.object({path: z.string()})).default([]),
      pages: z.array(z.object({path: z.string()})).default([]),
      withdrawn: z.array(z.object({path: z.string()})).default([]),
      therapies: z.array(z.object({path: z.string()})).default([]),
      questions: z.array(z.object({path: z.string()})).default([]),
      clinics: z
        .array(z.object({therapies: z.array(z.object({path: z.string()})).default([])}))
        .default([]),
    })
    const named = new Set<string>()
    for (const bundle of bundlesOf(name).values()) {
      const {images, pages, withdrawn, therapies, questions, clinics} = pointing.parse(bundle)
      const offered = clinics.flatMap((clinic) => clinic.therapies)
      for (const {path} of [images, pages, withdrawn, therapies, questions, offered].flat()) {
        named.add(path)
      }
      const html = JSON.stringify(bundle).matchAll(
        /(?:src|href)=\\"(?!https?:|mailto:|tel:|#)([^"\\#]+)/g,
      )
      for (const [, path = ''] of html) named.add(path)
    }
    expect([...named].some((path) => path.startsWith('images/'))).toBe(true)
    for (const path of named) expect(existsSync(join(appOf(name), path)), path).toBe(true)
  })

  test('has an index that lists exactly its pages', () => {
    const index = z.looseObject({
      pages: z.array(z.object({path: z.string()})),
      withdrawn: z.array(z.object({path: z.string()})),
    })
    const {pages, withdrawn} = index.parse(bundlesOf(name).get('index.json'))
    expect([...pages, ...withdrawn].map(({path}) => path).toSorted()).toEqual(
      [...bundlesOf(name).keys()].filter(
        (path) => path !== 'index.json' && path !== 'clinics.json',
      ),
    )
  })

  test('has the approved revision of its manifest in each bundle', () => {
    const {documents} = manifest.parse(JSON.parse(readText(releases[name], 'manifest.json')))
    const revisions = new Map(documents.map(({id, revision}) => [id, revision]))
    for (const [path, bundle] of bundlesOf(name)) {
      if (bundle.status !== 'approved') continue
      expect(bundle.revision, path).toBe(revisions.get(String(bundle.id)))
    }
  })
})

test('these tests see each shape of the contract', async () => {
  const out = freshOut()
  await exportDocuments(
    [...library, makeDecision(work, 'retracted', {decidedAt: '2026-11-01T10:00:00Z'})],
    out,
  )
  const held = bundlesIn(join(out, 'current', 'app'))
  for (const [path, bundle] of held) {
    expect(problems(shapeOf(path, bundle), bundle), path).toEqual([])
  }
  const seen = [...bundlesOf('the kitchen sink'), ...held].map(([path, bundle]) =>
    shapeOf(path, bundle),
  )
  expect([...new Set([...seen, 'manifest', 'redirects', 'web.gone'])].toSorted()).toEqual(
    [...shapes.keys()].toSorted(),
  )
})

test('the contract refuses unknown fields, empty lists of disclaimers and invalid days', () => {
  const bundle = bundlesOf('the kitchen sink').get('articles/everything.json')
  expect(problems('app.article', {...bundle, extra: 1})).not.toEqual([])
  expect(problems('app.article', {...bundle, disclaimers: []})).not.toEqual([])
  expect(problems('app.article', {...bundle, lastModified: 'yesterday'})).not.toEqual([])
})
