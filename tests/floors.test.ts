// The linter refuses every import that the table in ARCHITECTURE.md does not allow.

import {spawnSync} from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, relative} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {z} from 'zod'

const root = join(import.meta.dirname, '..')

/** The folders with product code, and what each may import, as the table says. */
const table = new Map(
  readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
    .split('\n')
    .map((line) => /^\| `([a-z/]+)\/` \| .* \| (.*) \|$/.exec(line))
    .filter((row) => row !== null)
    .map(([, folder = '', allowed = '']): [string, string] => [folder, allowed])
    .filter(([folder]) => !['content', 'exports', 'docs', 'bench', 'tests'].includes(folder)),
)

const folders = [...table.keys()]

function mayImport(from: string, to: string): boolean {
  const allowed = table.get(from) ?? ''
  if (allowed.startsWith('all but')) return !allowed.includes(`\`${to}\``)
  return allowed.includes(`\`${to}\``)
}

const pairs = folders.flatMap((from) =>
  folders.filter((to) => to !== from).map((to) => ({from, to, allowed: mayImport(from, to)})),
)

/** Floors inside folders: an import of the second by the first runs upward. */
const upward = [
  ['lake/store', 'lake/query'],
  ['lake/query', 'lake/http'],
  ['lake/write', 'lake/history'],
  ['render/page', 'render/components'],
  ['render/components', 'render/channels'],
  ['pipeline/source', 'pipeline/gate'],
  ['pipeline/gate', 'pipeline/editorial'],
  ['pipeline/render', 'pipeline/export'],
] as const

const report = z.object({
  diagnostics: z.array(z.object({code: z.string(), filename: z.string()})),
})

const dir = mkdtempSync(join(tmpdir(), 'floors-'))
let refused: ReadonlySet<string>

function fileName(from: string, to: string): string {
  return `${from}/imports-${to.replaceAll('/', '-')}.ts`
}

beforeAll(() => {
  const targets = [...folders, ...upward.flat()]
  const imports = [...pairs.map(({from, to}) => [from, to] as const), ...upward]
  symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'))
  cpSync(join(root, 'oxlint.config.ts'), join(dir, 'oxlint.config.ts'))
  writeFileSync(join(dir, 'package.json'), '{"type": "module"}')
  for (const folder of targets) {
    mkdirSync(join(dir, folder), {recursive: true})
    writeFileSync(join(dir, folder, 'target.ts'), 'export const target = 1\n')
  }
  for (const [from, to] of imports) {
    const file = fileName(from, to)
    const address = relative(dirname(file), join(to, 'target.ts'))
    const specifier = address.startsWith('.') ? address : `./${address}`
    writeFileSync(join(dir, file), `export type {target} from '${specifier}'\n`)
  }
  writeFileSync(join(dir, 'policy', 'a.ts'), "import {b} from './b.ts'\nexport const a = () => b\n")
  writeFileSync(join(dir, 'policy', 'b.ts'), "import {a} from './a.ts'\nexport const b = () => a\n")
  writeFileSync(join(dir, 'render', 'node.ts'), "export {readFileSync} from 'node:fs'\n")
  const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint')
  const {stdout} = spawnSync(process.execPath, [oxlint, '--format', 'json', ...folders], {
    cwd: dir,
    encoding: 'utf8',
  })
  const {diagnostics} = report.parse(JSON.parse(stdout))
  refused = new Set(
    diagnostics
      .filter(({code}) => /no-restricted-imports|no-cycle/.test(code))
      .map(({filename}) => filename),
  )
})

afterAll(() => {
  rmSync(dir, {recursive: true, force: true})
})

test('the table names every folder with product code', () => {
  expect(folders.toSorted()).toEqual([
    'lake',
    'model',
    'pipeline',
    'policy',
    'render',
    'review',
    'schemas',
    'schemas/data',
    'scripts',
    'studio',
  ])
})

test.each(pairs)('$from/ importing $to/ is allowed: $allowed', ({from, to, allowed}) => {
  expect(refused.has(fileName(from, to))).toBe(!allowed)
})

test.each(upward)('%s/ may not import %s/, which is above it', (from, to) => {
  expect(refused.has(fileName(from, to))).toBe(true)
})

test('modules that import each other are refused', () => {
  expect([...refused]).toEqual(expect.arrayContaining(['policy/a.ts', 'policy/b.ts']))
})

test('what runs in a browser may not import Node', () => {
  expect(refused.has('render/node.ts')).toBe(true)
})
