// Every import is followed to its file, and refused unless the table of floors allows it.

import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {floorProblems} from '../scripts/floors/check.ts'
import {PLACES} from '../scripts/floors/table.ts'

const root = join(import.meta.dirname, '..')

function problems(file: string, source: string): string[] {
  return floorProblems(new Map([[file, source]]))
}

function code(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+?)\/?`/g)].map(([, name = '']) => name)
}

/** The places of the table in ARCHITECTURE.md, and what each may import. */
const table = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
  .split('\n')
  .map((line) => /^\| (`.*`) \| .* \| (all|–|`.*`) \|$/.exec(line))
  .filter((row) => row !== null)
  .flatMap(([, names = '', imports = '']) =>
    code(names).map((name) => [name, imports === 'all' ? imports : code(imports).toSorted()]),
  )

test('ARCHITECTURE.md shows the table that the check uses', () => {
  const checked = Object.entries(PLACES).map(([name, {imports}]) => [
    name,
    imports === 'all' ? imports : imports.toSorted(),
  ])
  expect(Object.fromEntries(table)).toEqual(Object.fromEntries(checked))
})

test('the table has every folder at the root, and no other', () => {
  const listing = execFileSync('git', ['ls-files'], {cwd: root, encoding: 'utf8'}).split('\n')
  const paths = listing.filter((path) => path.includes('/') && !path.startsWith('.'))
  const folders = new Set(paths.map((path) => path.split('/')[0]))
  const named = Object.keys(PLACES).filter((name) => !/\.(?:ts|json)$/.test(name))
  expect(new Set(named.map((name) => name.split('/')[0]))).toEqual(folders)
})

test.each([
  ['policy/check.ts', "import {z} from 'zod'"],
  ['policy/check.ts', "import {limits} from '../schemas/data/limits.ts'"],
  ['policy/check.ts', "export * from './finding.ts'"],
  ['pipeline/gate/gate.ts', "import sharp from 'sharp'\nimport 'node:fs'\nimport '../threads.ts'"],
  ['lake/http/api.ts', "type Call = import('../call.ts').Call"],
  ['studio/preview/styles.ts', "import.meta.glob('../../render/components/*/*.css')"],
  ['sanity.config.ts', "import {studio} from './studio/structure.ts'"],
  ['tests/x.test.ts', "import {z} from '../bench/say.ts'"],
])('%s may say %s', (file, source) => {
  expect(problems(file, source)).toEqual([])
})

/** Imports that the check must refuse, by what its message says. */
const refused: Readonly<Record<string, readonly (readonly [file: string, source: string])[]>> = {
  'This is render/page/page.ts.': [
    ['policy/check.ts', "import {x} from '../render/page/page.ts'"],
    ['policy/check.ts', "import {x} from './../render/page/page.ts'"],
    ['policy/check.ts', "import {x} from '../policy/../render/page/page.ts'"],
    ['policy/check.ts', "import {x} from '../render/page/page.js'"],
    ['policy/check.ts', "import {x} from '../render/page/page'"],
    ['policy/check.ts', "import {x} from '../render/page/page.ts?raw'"],
    ['policy/claims/safety.ts', "import {x} from '../.././render/page/page.ts'"],
    ['policy/check.ts', "import type {Page} from '../render/page/page.ts'"],
    ['policy/check.ts', "export {x} from '../render/page/page.ts'"],
    ['policy/check.ts', "export * as page from '../render/page/page.ts'"],
    ['policy/check.ts', "type Page = import('../render/page/page.ts').Page"],
    ['policy/check.ts', "type Page = typeof import('../render/page/page.ts')"],
    ['policy/check.ts', "const page = await import('../render/page/page.ts')"],
    ['policy/check.ts', 'const page = await import(`../render/page/page.ts`)'],
    ['policy/check.ts', "const page = require('../render/page/page.ts')"],
    ['policy/check.ts', "import page = require('../render/page/page.ts')"],
    ['policy/check.ts', '/// <reference path="../render/page/page.ts" />'],
    ['policy/check.ts', '/// <reference types="../render/page/page" />'],
  ],
  'policy may import only from': [
    ['policy/check.ts', "import {x} from './../pipeline/failure.ts'"],
    ['policy/check.ts', "const pages = import.meta.glob<Page>('../render/page/*.ts')"],
  ],
  'It leads to nothing that this check knows.': [
    ['policy/check.ts', `import {x} from '${root}/review/days.ts'`],
    ['policy/check.ts', `import {x} from 'file://${root}/review/days.ts'`],
    ['policy/check.ts', "import {x} from '/render/page/page.ts'"],
    ['policy/check.ts', "import {x} from '../../../etc/hosts'"],
    ['policy/check.ts', "import {x} from './no-such-file.ts'"],
    ['policy/check.ts', 'const page = await import(`../${name}/page.ts`)'],
    ['policy/check.ts', "const page = await import('../render/' + name)"],
    ['policy/check.ts', 'const page = require(name)'],
    ['policy/check.ts', "const pages = import.meta.glob('../*/page/*.ts')"],
    ['policy/check.ts', "const pages = import.meta.glob('./*/../../render/*.ts')"],
  ],
  'must not need Node': [
    ['render/page/page.ts', "import {readFileSync} from 'fs'"],
    ['render/page/page.ts', "import {readFile} from 'node:fs/promises'"],
    ['schemas/preview.ts', "import {hash} from 'crypto'"],
    ['studio/structure.ts', "const crypto = await import('node:crypto')"],
  ],
  'may import only these packages': [
    ['render/page/page.ts', "import sharp from 'sharp'"],
    ['render/page/page.ts', "import sharp from '../../node_modules/sharp/package.json'"],
    ['render/page/page.ts', '/// <reference types="node" />'],
    ['lake/browser/spread-listeners.ts', "import {z} from 'zod'"],
  ],
  'may import only from': [
    ['review/days.ts', "import config from '../sanity.config.ts'"],
    ['review/days.ts', "import knip from '../knip.json'"],
    ['model/index.ts', "import {types} from '../schemas'"],
    ['schemas/data/options.ts', "import {types} from '../index.ts'"],
    ['pipeline/threads.ts', "import {x} from '../tests/support/lake.ts'"],
    ['scripts/export.ts', "import {structure} from '../studio/structure.ts'"],
  ],
  'In lake, ': [
    ['lake/store/store.ts', "import {x} from '../../lake/http/api.ts'"],
    ['lake/store/store.ts', "import {x} from '../index.ts'"],
    ['lake/store/store.ts', "import {x} from '../assets/assets.ts'"],
    ['lake/assets/assets.ts', "import {x} from './response.ts'"],
    ['lake/nesting.ts', "import {x} from './store/store.ts'"],
  ],
  'is in no folder of the table': [
    ['insights/report.ts', 'export const x = 1'],
    ['report.ts', 'export const x = 1'],
  ],
  'is on no floor of': [
    ['lake/report.ts', 'export const x = 1'],
    ['lake/insights/report.ts', 'export const x = 1'],
    ['render/report.ts', 'export const x = 1'],
  ],
}

const refusals = Object.entries(refused).flatMap(([message, cases]) =>
  cases.map(([file, source]) => ({file, source, message})),
)

test.each(refusals)('$file may not say $source', ({file, source, message}) => {
  expect(problems(file, source)).toEqual([expect.stringContaining(message)])
})

test('files that import each other are refused, whatever the kind of import', () => {
  const found = floorProblems(
    new Map([
      ['review/days.ts', "export const due = () => import('./due.ts')"],
      ['review/due.ts', "export type Person = import('./person.ts').Person"],
      ['review/person.ts', "export * from '../review/days.ts'"],
    ]),
  )
  expect(found).toEqual([
    'These files import each other: review/days.ts → review/due.ts → review/person.ts → review/days.ts. Move what both need to a third file.',
  ])
})

test('a message says where the import is, what may be imported, and what to do', () => {
  expect(problems('policy/check.ts', "\nimport {x} from './../render/page/page.ts'")).toEqual([
    'policy/check.ts:2 imports ./../render/page/page.ts. This is render/page/page.ts. policy may import only from: review, schemas/data. Move the code to a place that may import this, or pass what it needs as an argument.',
  ])
})

test('new syntax of TypeScript is read', () => {
  expect(problems('lake/store/store.ts', 'using file = open()\nexport {file}')).toEqual([])
})
