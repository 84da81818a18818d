// An export withholds bad content. The report names the document, the place in it, what is wrong and what
// to do. If no release is possible, the current one does not change by a byte.

import {mkdirSync, readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {afterAll, beforeEach, describe, expect, test} from 'vitest'
import {accessControl, Accounts, importDataset, openLake, serveLake} from '../../lake/index.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {roles} from '../../review/roles.ts'
import {runCommand, temporaryFolder, writeDataset} from '../support/command.ts'
import {
  article,
  faq,
  library,
  makeDecision,
  paragraph,
  reference,
  richTable,
  settings,
  therapy,
  withApproved,
} from '../support/library.ts'
import {exportDocuments, released, snapshot} from '../support/release.ts'

const folder = temporaryFolder()
afterAll(() => folder[Symbol.dispose]())
const out = join(folder.path, 'exports')
let before: ReturnType<typeof snapshot>

beforeEach(async () => {
  await exportDocuments(library, out)
  before = snapshot(out)
})

const LATER = '2026-10-02T10:00:00Z'

/** What an export withholds of these documents, and the errors that it names. */
async function faultsIn(documents: readonly StoredDocument[]) {
  const {withheld, warnings} = await exportDocuments(documents, out)
  const errors = warnings.filter(({severity}) => severity === 'error')
  return {errors, withheld: withheld.map(({id}) => id)}
}

function lacking(field: string, document: StoredDocument): StoredDocument {
  return {
    ...document,
    [field]: undefined,
  }
}

function inBody(...blocks: object[]) {
  return {
    ...article,
    body: [article.body, ...blocks].flat(),
  }
}

function linkTo(href: string) {
  return paragraph('bad', 'a link', {marks: ['l1'], markDefs: [{_type: 'link', _key: 'l1', href}]})
}

describe('a document is withheld, with its id, the path, the problem and a hint, for', () => {
  test.each<[string, StoredDocument, string, RegExp, RegExp]>([
    ['a missing required field', lacking('summary', article), 'summary', /is missing/, /required/],
    [
      'a field that the model does not know',
      {...article, subtitle: 'x'},
      '(document)',
      /does not know: subtitle/,
      /schema/,
    ],
    [
      'a wrong type of value',
      {...article, title: 7},
      'title',
      /^is 7, but must be a text$/,
      /kind/,
    ],
    ['a value that is null', {...article, authors: null}, 'authors', /^is missing$/, /Fill it in/],
    ['an empty list', {...article, authors: []}, 'authors', /^is empty$/, /Add at least 1 item/],
    [
      'a text that is too short',
      {...article, summary: 'Short.'},
      'summary',
      /^has 6 characters, but needs at least \d+$/,
      /Write more/,
    ],
    [
      'a text that is too long',
      {...article, title: 'x'.repeat(999)},
      'title',
      /^has 999 characters, but may have at most \d+$/,
      /Shorten/,
    ],
    [
      'a number out of bounds',
      {...article, reviewInterval: 900},
      'reviewInterval',
      /^is 900, but must be at most \d+$/,
      /smaller/,
    ],
    [
      'a day that does not exist',
      {...article, firstPublished: '2026-02-30'},
      'firstPublished',
      /^is "2026-02-30", which is not a day$/,
      /YYYY-MM-DD/,
    ],
    ['an empty text', {...article, title: ' '}, 'title', /is empty/, /remove/],
    [
      'a hotspot outside of its image',
      inBody({
        _type: 'figure',
        _key: 'bad',
        alt: 'A spine',
        asset: {_type: 'reference', _ref: 'image-abc-1x1-png'},
        hotspot: {_type: 'sanity.imageHotspot', x: 0.5, y: -2, width: 1, height: 0.1},
      }),
      'body[_key=="bad"].hotspot.y',
      /is -2, but a hotspot lies within the image/,
      /Set the hotspot/,
    ],
    [
      'an unknown block',
      inBody({_type: 'carousel', _key: 'bad'}),
      'body[_key=="bad"]._type',
      /not allowed here: "carousel"/,
      /schema/,
    ],
    [
      'an item of a list whose key is empty',
      inBody({...paragraph('bad', 'words'), _key: ''}),
      'body[8]._key',
      /^is empty$/,
      /Write at least 1 character/,
    ],
    [
      'an unknown style',
      inBody(paragraph('bad', 'words', {style: 'h1'})),
      'body[_key=="bad"].style',
      /^is "h1", but must be "normal" or "h2"/,
      /Correct/,
    ],
    [
      'an unknown mark',
      inBody(paragraph('bad', 'words', {marks: ['blink']})),
      'body[_key=="bad"].children[_key=="bads"].marks',
      /unknown mark "blink"/,
      /strong/,
    ],
    [
      'a javascript: link',
      inBody(linkTo('javascript:alert(1)')),
      'body[_key=="bad"].markDefs[_key=="l1"].href',
      /may follow/,
      /https:\/\//,
    ],
    [
      'a link that hides its scheme',
      inBody(linkTo(' JaVaScRiPt:alert(1)')),
      'body[_key=="bad"].markDefs[_key=="l1"].href',
      /may follow/,
      /https:\/\//,
    ],
    [
      'a data: link',
      inBody(linkTo('data:text/html,x')),
      'body[_key=="bad"].markDefs[_key=="l1"].href',
      /may follow/,
      /https:\/\//,
    ],
    [
      'HTML in a title',
      {...article, title: '<b>Bold</b> claims'},
      'title',
      /holds HTML/,
      /formatting/,
    ],
    [
      'HTML in a paragraph',
      inBody(paragraph('bad', 'x <script>alert(1)</script>')),
      'body[_key=="bad"].children[_key=="bads"].text',
      /holds HTML/,
      /formatting/,
    ],
    [
      'a control character',
      inBody(paragraph('bad', 'a\u0001page article\u0001')),
      'body[_key=="bad"].children[_key=="bads"].text',
      /control character/,
      /again/,
    ],
    [
      'an HTML entity',
      inBody(paragraph('bad', 'a&nbsp;b')),
      'body[_key=="bad"].children[_key=="bads"].text',
      /holds HTML/,
      /formatting/,
    ],
    [
      'a bad address',
      {...article, slug: {_type: 'slug', current: '../../etc'}},
      'slug.current',
      /not a valid address/,
      /lower-case/,
    ],
    [
      'a dangling reference',
      {...article, authors: [{_type: 'reference', _key: 'a', _ref: 'missing'}]},
      'authors[_key=="a"]',
      /points at missing/,
      /Publish/,
    ],
    [
      'a reference to the wrong type',
      {...article, authors: [{_type: 'reference', _key: 'a', _ref: 'faq'}]},
      'authors[_key=="a"]',
      /which is a faq/,
      /person/,
    ],
    [
      'an image whose asset is gone',
      inBody({
        _type: 'figure',
        _key: 'bad',
        alt: 'A spine',
        asset: {_type: 'reference', _ref: 'image-abc-1x1-png'},
      }),
      'body[_key=="bad"].asset',
      /is not an image/,
      /Upload/,
    ],
    [
      'a table with uneven rows',
      inBody({
        _type: 'table',
        _key: 'bad',
        caption: 'T',
        rows: [
          {_type: 'row', _key: 'r1', cells: ['a', 'b']},
          {_type: 'row', _key: 'r2', cells: ['a']},
        ],
      }),
      'body[_key=="bad"].rows',
      /has 1 cell in row 2, but 2 cells in row 1/,
      /same number/,
    ],
    [
      'a table with uneven rows whose cells hold text',
      inBody(richTable('bad', [['a', 'b'], ['a', 'b'], ['a']])),
      'body[_key=="bad"].rows',
      /has 1 cell in row 3, but 2 cells in row 1/,
      /same number/,
    ],
    [
      'a heading in a cell of a table',
      inBody(
        richTable('bad', [
          ['a', 'b'],
          ['a', [paragraph('h', 'Dose', {style: 'h2'})]],
        ]),
      ),
      'body[_key=="bad"].rows[_key=="r2"].cells[_key=="c2"].value[_key=="h"].style',
      /"h2", but must be "normal"/,
      /Correct/,
    ],
    [
      'an unsafe link in a cell of a table',
      inBody(
        richTable('bad', [
          ['a', 'b'],
          [
            'a',
            [
              paragraph('p', 'Dose', {
                marks: ['l'],
                markDefs: [{_type: 'link', _key: 'l', href: 'javascript:alert(1)'}],
              }),
            ],
          ],
        ]),
      ),
      'body[_key=="bad"].rows[_key=="r2"].cells[_key=="c2"].value[_key=="p"].markDefs[_key=="l"].href',
      /not an address/,
      /https/,
    ],
    [
      'a source in a cell of a table that is gone',
      inBody(
        richTable('bad', [
          ['a', 'b'],
          [
            'a',
            [
              paragraph('p', 'Dose', {
                marks: ['c'],
                markDefs: [{_type: 'citation', _key: 'c', reference: reference('gone')}],
              }),
            ],
          ],
        ]),
      ),
      'body[_key=="bad"].rows[_key=="r2"].cells[_key=="c2"].value[_key=="p"].markDefs[_key=="c"].reference',
      /not a published document/,
      /Publish/,
    ],
    [
      'site settings under another id',
      {...settings, _id: 'settings2'},
      '_id',
      /not the id/,
      /siteSettings/,
    ],
  ])('%s', async (_, document, path, problem, remedy) => {
    const {errors, withheld} = await faultsIn(withApproved(document))
    const found = errors.find((finding) => finding.path === path)
    expect(found, JSON.stringify(errors)).toMatchObject({document: document._id})
    expect(withheld).toContain(document._id)
    expect(found?.message).toMatch(problem)
    expect(found?.hint).toMatch(remedy)
  })

  test('a type that the model does not know', async () => {
    const {errors, withheld} = await faultsIn([...library, {_id: 'x', _type: 'poll'}])
    expect(errors).toMatchObject([{document: 'x', path: '_type', rule: 'unknown-type'}])
    expect(withheld).toEqual(['x'])
  })

  test('an approved text whose language is an object that cannot become words', async () => {
    const odd = {...faq, language: {toString: 1, valueOf: 1}}
    const {errors, withheld} = await faultsIn(withApproved(odd))
    expect(errors).toMatchObject([{document: 'faq', path: 'language'}])
    expect(withheld).toContain('faq')
  })

  test('an address that Windows cannot hold, which gets no page, no redirect and no notice', async () => {
    const gone = {...article, _id: 'gone', slug: {_type: 'slug', current: 'nul'}}
    const moved = {...faq, formerSlugs: ['aux']}
    const {errors} = await faultsIn([
      ...withApproved(moved),
      gone,
      makeDecision(gone),
      makeDecision(gone, 'retracted', {decidedAt: LATER}),
    ])
    expect(errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({document: 'faq', path: 'formerSlugs[0]'}),
        expect.objectContaining({document: 'gone', path: 'slug.current'}),
      ]),
    )
    const files = readdirSync(join(out, 'current'), {recursive: true}).map(String)
    expect(files.filter((file) => /(?:^|\/)(?:nul|aux)\./.test(file))).toEqual([])
  })

  test('an address that another page has', async () => {
    const twin = {...faq, _id: 'twin'}
    const {errors, withheld} = await faultsIn([...library, twin])
    expect(errors).toMatchObject([{document: 'twin', path: 'slug.current', rule: 'duplicate-slug'}])
    expect(errors[0]?.message).toContain('faq has already')
    expect(withheld).toEqual(['twin'])
  })

  test('all problems at once, not only the first', async () => {
    const {errors, withheld} = await faultsIn([
      ...withApproved({...article, title: '<i>x</i>', summary: undefined}),
      {...therapy, _id: 'other', slug: {_type: 'slug', current: 'B A D'}},
    ])
    expect(errors.length).toBe(3)
    expect(withheld).toEqual(['other', 'article'])
  })

  test('words that only look like HTML pass', async () => {
    const sound = inBody(paragraph('ok', 'p < 0.05, <5 mg, 3 > 2, R&D and AT&T; x<y'))
    await exportDocuments(withApproved(sound), join(folder.path, 'sound'))
  })
})

/** Runs the command, and expects that it fails and changes nothing. */
async function refused(args: string[], env?: Record<string, string>): Promise<string> {
  const {code, stdout, stderr} = await runCommand('export', ['--out', out, ...args], {env})
  expect(code, stdout + stderr).toBe(1)
  expect(stderr).not.toMatch(/^\s+at /m)
  const lines = stderr.trim().split('\n')
  expect(lines, 'each line once').toEqual([...new Set(lines)])
  expect(snapshot(out)).toEqual(before)
  return stderr
}

describe('the command fails and changes nothing for', () => {
  test('a broken line in a dataset, whose number it names', async () => {
    const file = join(folder.path, 'broken.ndjson')
    writeFileSync(file, `${JSON.stringify(settings)}\n{"_id": "x", \n`)
    expect(await refused(['--source', file])).toMatch(/line 2/)
  })

  test('a compressed dataset that ends too early, which says how to make it whole', async () => {
    const file = join(folder.path, 'cut.ndjson.gz')
    writeFileSync(file, gzipSync(JSON.stringify(settings)).subarray(0, -9))
    const stderr = await refused(['--source', file])
    expect(stderr).toMatch(/cannot be unpacked/)
    expect(stderr.match(/Compress it with gzip again/g)).toHaveLength(1)
  })

  test('an empty dataset', async () => {
    const file = join(folder.path, 'empty.ndjson')
    writeFileSync(file, '\n')
    expect(await refused(['--source', file])).toMatch(/no documents|empty/i)
  })

  test('a dataset without any approved document', async () => {
    const file = writeDataset(
      folder.path,
      library.filter(({_type}) => _type !== 'review'),
    )
    expect(await refused(['--source', file])).toMatch(/[Nn]othing .* is approved/)
  })

  test('a source that does not exist', async () => {
    expect(await refused(['--source', join(folder.path, 'nowhere')])).toMatch(/no content at/)
  })

  test('a channel that does not exist', async () => {
    const {code, stderr} = await runCommand('export', ['--channel', 'fax', '--out', out])
    expect(code).toBe(1)
    expect(stderr).toMatch(/Allowed choices are app, web/)
  })

  test('a folder that cannot be written', async () => {
    const file = join(folder.path, 'a-file')
    writeFileSync(file, '')
    const source = writeDataset(folder.path, library)
    const {code, stderr} = await runCommand('export', [
      '--source',
      source,
      '--out',
      join(file, 'x'),
    ])
    expect(code).toBe(1)
    expect(stderr).toMatch(/Cannot write to .*a-file/)
    expect(stderr).toContain('--out')
  })

  test('a folder in the place of the link to the current release', async () => {
    const taken = join(folder.path, 'taken')
    mkdirSync(join(taken, 'current'), {recursive: true})
    const source = writeDataset(folder.path, library)
    const {code, stderr} = await runCommand('export', ['--source', source, '--out', taken])
    expect(code).toBe(1)
    expect(stderr).toMatch(/is a folder, where the link/)
  })

  test('a wrong token, which is never printed', async () => {
    using accounts = new Accounts(':memory:')
    accounts.add({username: 'build', name: 'Build job', email: undefined, role: 'build'})
    using lake = openLake({dir: ':memory:', access: accessControl(accounts, roles)})
    await importDataset(lake, writeDataset(folder.path, library))
    await using server = await serveLake(lake, {port: 0})
    const env = {
      SANITY_PROJECT_ID: 'countersign',
      SANITY_DATASET: 'production',
      SANITY_API_HOST: server.origin,
    }
    const stderr = await refused(['--source', 'sanity'], {...env, SANITY_API_TOKEN: 'wrong-secret'})
    expect(stderr).toMatch(/refused/)
    expect(stderr).toContain('Check SANITY_PROJECT_ID and SANITY_API_TOKEN')
    expect(stderr).not.toContain('wrong-secret')

    const known = {...env, SANITY_API_TOKEN: accounts.newToken('build', {label: 'export', days: 1})}
    const other = await refused(['--source', 'sanity'], {...known, SANITY_PROJECT_ID: 'abc12345'})
    expect(other).toMatch(/"abc12345" not found.*\n {2}Check SANITY_PROJECT_ID/)

    const {code} = await runCommand('export', ['--source', 'sanity', '--out', out], {env: known})
    expect(code).toBe(0)
    // The release differs only in the manifest, because this time a log confirms the decisions.
    const {'manifest.json': _, ...files} = snapshot(out).files
    expect(before.files).toMatchObject(files)
    expect(released(out, 'manifest.json')).toContain('"authorship":"logged"')
  })

  test('a hosted project that the environment does not name', async () => {
    for (const [name, value] of [
      ['SANITY_PROJECT_ID', ''],
      ['SANITY_PROJECT_ID', 'My Project'],
      ['SANITY_DATASET', 'My Dataset'],
    ] as const) {
      const env = {SANITY_PROJECT_ID: 'countersign', [name]: value}
      expect(await refused(['--source', 'sanity'], env)).toContain(`${name} is missing or wrong`)
    }
  })

  test('a service that cannot be reached', async () => {
    const env = {SANITY_PROJECT_ID: 'countersign', SANITY_API_HOST: 'http://127.0.0.1:9'}
    expect(await refused(['--source', 'sanity'], env)).toMatch(
      /cannot be reached.*\n {2}Check the network, SANITY_PROJECT_ID/,
    )
  })
})
