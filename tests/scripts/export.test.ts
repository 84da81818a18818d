// npm run export and npm run validate, run as a person or a build job runs them.

import {spawn} from 'node:child_process'
import {cpSync, existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {setTimeout as wait} from 'node:timers/promises'
import {expect, onTestFinished, test, vi} from 'vitest'
import {z} from 'zod'
import {
  accessControl,
  Accounts,
  exportDataset,
  importDataset,
  openLake,
  serveLake,
  verifyLake,
} from '../../lake/index.ts'
import {manifestSchema} from '../../pipeline/release/manifest.ts'
import {verifyExports} from '../../pipeline/release/verify.ts'
import type {Finding} from '../../policy/finding.ts'
import {roles} from '../../review/roles.ts'
import {findingLines} from '../../scripts/shared/print.ts'
import {commandLine, runCommand, temporaryFolder, writeDataset} from '../support/command.ts'
import {
  article,
  library,
  makeDecision,
  paragraph,
  settings,
  slug,
  withDocument,
} from '../support/library.ts'
import {exportDocuments, overwrite, ownFiles, released, snapshot} from '../support/release.ts'

const report = z.object({
  ok: z.boolean(),
  release: z.string(),
  exported: z.record(z.string(), z.number()),
  withheld: z.array(z.object({id: z.string(), shown: z.string()})),
  files: z.number(),
})

test('without options, the export makes a lake from the sample content and exports it', async () => {
  using folder = temporaryFolder()
  cpSync('content', join(folder.path, 'content'), {recursive: true})
  const first = await runCommand('export', [], {cwd: folder.path})
  expect(first.stderr).toBe('')
  expect(first.code).toBe(0)
  expect(first.stdout).toMatch(/Exported from the lake in \.lake/)
  expect(first.stdout).toMatch(/4 article/)
  expect(existsSync(join(folder.path, '.lake', 'lake.db'))).toBe(true)
  const out = join(folder.path, 'exports')
  expect(released(out, 'web/index.html')).toContain('What is prolotherapy for chronic back pain?')
  expect(released(out, 'app/index.json')).toContain('What is prolotherapy for chronic back pain?')

  const before = snapshot(out)
  const second = await runCommand('export', ['--json'], {cwd: folder.path})
  expect(second.code).toBe(0)
  expect(snapshot(out)).toEqual(before)
})

test('the same content gives the same bytes in any time zone and locale, and in reversed order', async () => {
  using folder = temporaryFolder()
  const [one, two] = [join(folder.path, 'one'), join(folder.path, 'two')]
  const reversed = join(folder.path, 'content')
  cpSync('content', reversed, {recursive: true})
  const lines = readFileSync('content/data.ndjson', 'utf8').trim().split('\n')
  writeFileSync(join(reversed, 'data.ndjson'), `${lines.toReversed().join('\n')}\n`)

  const [first, second] = await Promise.all([
    runCommand('export', ['--source', 'content', '--out', one], {
      env: {TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8'},
    }),
    runCommand('export', ['--source', reversed, '--out', two], {
      env: {TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C'},
    }),
  ])
  expect([first.code, second.code]).toEqual([0, 0])
  expect(snapshot(two)).toEqual(snapshot(one))
})

test('two exports at the same time make one whole release, which readers find from then on', async () => {
  using folder = temporaryFolder()
  cpSync('content', join(folder.path, 'content'), {recursive: true})
  const out = join(folder.path, 'exports')
  const isThere: boolean[] = []
  const looking = setInterval(() => isThere.push(existsSync(join(out, 'current', 'manifest.json'))))
  const ends = await Promise.all([1, 2].map(() => runCommand('export', [], {cwd: folder.path})))
  clearInterval(looking)
  expect(ends.map(({code}) => code)).toEqual([0, 0])
  for (const {stderr} of ends) {
    expect(stderr).toMatch(
      /^(?:⚠ Another export writes to exports\.\n {2}This one begins when it has ended\.\n)?$/,
    )
  }
  expect(isThere.lastIndexOf(false)).toBeLessThan(isThere.indexOf(true))
  expect(readdirSync(join(out, 'releases'))).toHaveLength(1)
  expect(await verifyExports(out)).toMatchObject({findings: []})
  expect(await verifyLake(join(folder.path, '.lake'))).toMatchObject({found: 0})
})

test('a dataset saved as .tar.gz gives the same release as its folder, with all images', async () => {
  using folder = temporaryFolder()
  const archive = join(folder.path, 'library.tar.gz')
  using lake = openLake({dir: ':memory:'})
  await importDataset(lake, 'content')
  await exportDataset(lake, archive)
  const releases = await Promise.all(
    ['content', archive].map(async (source, index) => {
      const out = join(folder.path, String(index))
      const {stdout} = await runCommand('export', ['--json', '--source', source, '--out', out])
      return report.parse(JSON.parse(stdout)).release
    }),
  )
  expect(releases[1]).toBe(releases[0])
})

test('a served lake gives the same release as its folder, with all images', async () => {
  using folder = temporaryFolder()
  const dir = join(folder.path, 'lake')
  using accounts = new Accounts(':memory:')
  accounts.add({username: 'build', name: 'Build job', email: undefined, role: 'build'})
  using lake = openLake({dir, access: accessControl(accounts, roles)})
  await importDataset(lake, 'content')
  await using server = await serveLake(lake, {port: 0})
  const [local, remote] = [join(folder.path, 'local'), join(folder.path, 'remote')]
  const [first, second] = await Promise.all([
    runCommand('export', ['--source', dir, '--out', local]),
    runCommand('export', ['--source', 'sanity', '--out', remote], {
      env: {
        SANITY_PROJECT_ID: 'countersign',
        SANITY_API_HOST: server.origin,
        SANITY_API_TOKEN: accounts.newToken('build', {label: 'test', days: 1}),
      },
    }),
  ])
  expect([first.code, second.code, second.stderr]).toEqual([0, 0, ''])
  expect(snapshot(remote)).toEqual(snapshot(local))
  const images = Object.keys(snapshot(remote).files).filter((path) => path.includes('images/'))
  expect(images.length).toBeGreaterThan(0)
})

test('the order of the documents does not change the release', async () => {
  using folder = temporaryFolder()
  const rotated = [...library.slice(4), ...library.slice(0, 4)]
  const releases = new Set<string>()
  for (const [index, documents] of [library, library.toReversed(), rotated].entries()) {
    const {release} = await exportDocuments(documents, join(folder.path, String(index)))
    releases.add(release)
  }
  expect(releases.size).toBe(1)
})

test('a text with one changed character is withheld, the report says so, and the exit code is 2', async () => {
  using folder = temporaryFolder()
  const out = join(folder.path, 'exports')
  await exportDocuments(library, out)
  const before = snapshot(out)
  const source = writeDataset(
    folder.path,
    withDocument({...article, title: `${String(article.title)}!`}),
  )
  const {code, stdout} = await runCommand('export', ['--source', source, '--out', out])
  expect(code).toBe(2)
  expect(stdout).toMatch(
    /Withheld: 1\n.*article article "What is prolotherapy\?!": it was edited after its last approval\. Its last approved text stays\./,
  )
  expect(snapshot(out)).toEqual(before)
})

test('--json prints only one object, also when the export fails', async () => {
  using folder = temporaryFolder()
  const source = writeDataset(folder.path, withDocument({...article, title: 'Edited'}))
  const args = ['--json', '--source', source, '--out', join(folder.path, 'exports')]
  const {code, stdout, stderr} = await runCommand('export', args)
  expect([code, stderr]).toEqual([2, ''])
  expect(report.parse(JSON.parse(stdout))).toMatchObject({
    ok: true,
    exported: {faq: 1, therapyType: 1},
    withheld: [{id: 'article', shown: 'nothing'}],
  })

  const failed = await runCommand('export', ['--json', '--source', join(folder.path, 'nowhere')])
  expect(failed.code).toBe(1)
  expect(JSON.parse(failed.stdout)).toMatchObject({ok: false, error: {hint: expect.any(String)}})
})

test('an export that mends a tampered release says so', async () => {
  using folder = temporaryFolder()
  const source = writeDataset(folder.path, library)
  const args = ['--source', source, '--out', folder.path]
  const {release, mended} = await exportDocuments(library, folder.path)
  expect(mended).toBe(0)
  const tamper = () => {
    for (const page of ['web/index.html', 'web/faq.html', 'web/added.html'])
      overwrite(join(folder.path, 'current', page), 'It cures.')
  }
  tamper()
  const {stdout} = await runCommand('export', args)
  expect(stdout).toContain(`Mended the release ${release}: 3 files differed`)
  tamper()
  const json = await runCommand('export', [...args, '--json'])
  expect(JSON.parse(json.stdout)).toMatchObject({release, mended: 3})
})

test('--channel exports only that channel', async () => {
  using folder = temporaryFolder()
  const source = writeDataset(folder.path, library)
  const {code} = await runCommand('export', [
    '--source',
    source,
    '--out',
    folder.path,
    '--channel',
    'app',
  ])
  expect(code).toBe(0)
  expect(readdirSync(join(folder.path, 'current')).toSorted()).toEqual([
    'app',
    'approved',
    'manifest.json',
  ])
})

test('the id of a release is the digest of its manifest, which names each approver', async () => {
  using folder = temporaryFolder()
  await exportDocuments(library, folder.path)
  const {release, files} = snapshot(folder.path)
  expect(release).toBe(`releases/${files['manifest.json']}`)
  const manifest = manifestSchema.parse(JSON.parse(released(folder.path, 'manifest.json') ?? ''))
  expect(manifest.authorship).toBe('asserted')
  expect(manifest.documents).toContainEqual(
    expect.objectContaining({id: 'article', state: 'approved', reviewer: 'reviewer'}),
  )
})

test('a report that goes to a file has no colours, even if errors go to a terminal', () => {
  vi.stubEnv('FORCE_COLOR', undefined)
  const {isTTY} = process.stderr
  process.stderr.isTTY = true
  onTestFinished(() => {
    process.stderr.isTTY = isTTY
    vi.unstubAllEnvs()
  })
  const finding: Finding = {
    document: 'article',
    type: 'article',
    path: 'title',
    rule: 'plain/spacing',
    severity: 'warning',
    message: 'has two spaces',
    hint: 'Remove one.',
  }
  expect(findingLines([finding]).join('\n')).not.toContain('\u001b')
})

test('advice that several findings of a document share is printed once', () => {
  const finding = {document: 'a', type: 'article', severity: 'warning'} as const
  const spaces = {...finding, rule: 'plain/spacing', message: 'has two spaces', hint: 'Remove one.'}
  const lines = findingLines([
    {...spaces, path: 'title'},
    {...finding, rule: 'schema', path: 'body', message: 'is empty', hint: 'Write something.'},
    {...spaces, path: 'summary'},
  ])
  expect(lines).toEqual([
    'article a',
    '  ⚠ title has two spaces',
    '  ⚠ summary has two spaces',
    '    Remove one. [plain/spacing]',
    '  ⚠ body is empty',
    '    Write something. [schema]',
  ])
})

test('without a terminal, the output has no colours and no progress bar', async () => {
  using folder = temporaryFolder()
  const source = writeDataset(folder.path, library)
  const {stdout, stderr} = await runCommand('export', ['--source', source, '--out', folder.path])
  expect(stdout + stderr).not.toContain('\u001b')
})

test('--help lists the options and the exit codes', async () => {
  for (const name of ['export', 'validate'] as const) {
    const {code, stdout} = await runCommand(name, ['--help'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/--source <source>/)
    expect(stdout).toMatch(/--json/)
    expect(stdout).toMatch(/Exit codes: 0 done, 1 failed, 2 done with something withheld/)
  }
})

test('validate reports errors and what would be withheld, with the right exit codes', async () => {
  using folder = temporaryFolder()
  const sound = await runCommand('validate', ['--source', writeDataset(folder.path, library)])
  expect(sound.code).toBe(0)
  expect(sound.stdout).toMatch(/20 documents .* 0 errors/)

  const edited = withDocument({...article, title: 'Edited'})
  const withheld = await runCommand('validate', ['--source', writeDataset(folder.path, edited)])
  expect(withheld.code).toBe(2)
  expect(withheld.stdout).toMatch(/would withhold 1/)

  const broken = withDocument({...article, title: undefined})
  const source = writeDataset(folder.path, broken)
  const faulty = await runCommand('validate', ['--source', source, '--json'])
  const outcome = {
    withheld: [{id: 'article', reason: 'it has an error: title is missing'}],
  }
  expect(faulty.code).toBe(2)
  expect(JSON.parse(faulty.stdout)).toMatchObject({
    ok: true,
    findings: [{document: 'article', path: 'title', message: 'is missing', severity: 'error'}],
    ...outcome,
  })
  const sarif = await runCommand('validate', ['--source', source, '--sarif'])
  expect(sarif.code).toBe(2)
  expect(JSON.parse(sarif.stdout)).toMatchObject({
    runs: [{results: [{level: 'error', message: {text: expect.stringContaining('is missing')}}]}],
  })
  const exported = await runCommand('export', ['--source', source, '--out', folder.path, '--json'])
  expect(exported.code).toBe(2)
  expect(JSON.parse(exported.stdout)).toMatchObject({
    ok: true,
    warnings: [{document: 'article', path: 'title', message: 'is missing', severity: 'error'}],
    ...outcome,
  })
})

test('npm run validate tells once what several places in a section need, and names each place', async () => {
  using folder = temporaryFolder()
  const body = [paragraph('a', 'Rest eases pain.'), paragraph('b', 'Heat eases swelling.')]
  const source = writeDataset(folder.path, withDocument({...article, body}))
  const forPeople = await runCommand('validate', ['--source', source])
  expect(forPeople.stdout).toMatch(
    /body\[_key=="a"\] “eases” \(and 1 more\) states .*\n +also body\[_key=="b"\] “eases” states/,
  )
  const sarif = await runCommand('validate', ['--source', source, '--sarif'])
  const {runs} = z
    .object({runs: z.array(z.object({results: z.array(located)}))})
    .parse(JSON.parse(sarif.stdout))
  const [uncited] = runs.flatMap(({results}) =>
    results.filter(({ruleId}) => ruleId === 'evidence/uncited'),
  )
  expect(
    uncited?.locations.flatMap(({logicalLocations}) =>
      logicalLocations.map(({fullyQualifiedName}) => fullyQualifiedName),
    ),
  ).toEqual(['article.body[_key=="a"]', 'article.body[_key=="b"]'])
})

/** A result in a SARIF report. */
const located = z.object({
  ruleId: z.string(),
  locations: z.array(
    z.object({logicalLocations: z.array(z.object({fullyQualifiedName: z.string()}))}),
  ),
})

test('a killed export leaves the current release as it was, and the next export cleans up', async () => {
  using folder = temporaryFolder()
  const out = join(folder.path, 'exports')
  const copies = Array.from({length: 300}, (_, index) => ({
    ...article,
    _id: `copy-${index}`,
    slug: slug(`copy-${index}`),
  }))
  const source = writeDataset(folder.path, [
    ...library,
    ...copies,
    ...copies.map((copy) => makeDecision(copy)),
  ])
  await exportDocuments(library, out)
  const before = snapshot(out)
  const staging = (): boolean => readdirSync(out).some((name) => name.startsWith('.staging-'))

  for (const delay of [0, 20, 50, 90, 140, 200]) {
    const child = spawn(process.execPath, [
      ...commandLine('export'),
      '--source',
      source,
      '--out',
      out,
    ])
    const ended = new Promise((resolve) => child.once('close', resolve))
    while (!staging()) await wait(2)
    await wait(delay)
    child.kill('SIGKILL')
    await ended
    expect(staging(), 'killed in the middle').toBe(true)
    expect(snapshot(out)).toEqual(before)
  }

  expect((await runCommand('export', ['--source', source, '--out', out])).code).toBe(0)
  expect(readdirSync(out).toSorted()).toEqual(ownFiles)
  expect(released(out, 'web/articles/copy-299.html')).toBeDefined()
})

test('a lake of a newer version is named as such, and nothing is called a fault of the program', async () => {
  using folder = temporaryFolder()
  const dir = join(folder.path, 'lake')
  openLake({dir}).close()
  using db = new DatabaseSync(join(dir, 'lake.db'))
  db.exec('PRAGMA user_version = 99')
  const {code, stderr} = await runCommand('export', ['--source', dir])
  expect(code).toBe(1)
  expect(stderr).toContain('written by a newer version of this software (99)')
  expect(stderr).not.toContain('fault')
})

test('both commands say so if only drafts are there', async () => {
  using folder = temporaryFolder()
  const drafts = library.map((document) => ({...document, _id: `drafts.${document._id}`}))
  const source = writeDataset(folder.path, drafts)
  const validated = await runCommand('validate', ['--source', source])
  expect(validated.code).toBe(1)
  expect(validated.stderr).toMatch(/There is no published content in .*\n {2}Publish something/)
  expect(validated.stdout).toBe('')
  const exported = await runCommand('export', ['--source', source, '--out', folder.path])
  expect(exported.code).toBe(1)
  expect(exported.stderr).toMatch(/There is no published content in .*\n {2}Publish something/)
})

test.each([
  [
    'nothing is approved',
    Array.from({length: 300}, (_, index) => ({_id: `product-${index}`, _type: 'product'})),
    /^Nothing in .* is approved/,
  ],
  [
    'an administrator has retracted the site settings',
    [...library, makeDecision(settings, 'retracted', {decidedAt: '2026-10-02T10:00:00Z'})],
    /"siteSettings" in .* cannot be used/,
  ],
])('both commands fail alike if %s', async (_, documents, message) => {
  using folder = temporaryFolder()
  const source = writeDataset(folder.path, documents)
  for (const [name, ...args] of [['validate'], ['export', '--out', folder.path]] as const) {
    const {code, stdout} = await runCommand(name, ['--source', source, '--json', ...args])
    expect(code, name).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      error: {message: expect.stringMatching(message), hint: expect.any(String)},
    })
  }
  const {stdout, stderr} = await runCommand('validate', ['--source', source])
  expect(stdout, 'what is wrong is reported all the same').toMatch(/documents in /)
  expect(stderr).toMatch(/^✖ (?:Nothing|The document)/)
})

test('a type that the model does not know is reported once, however many documents have it', async () => {
  using folder = temporaryFolder()
  const foreign = Array.from({length: 1000}, (_, index) => ({
    _id: `product-${index}`,
    _type: 'product',
    title: 'A product',
  }))
  const source = writeDataset(folder.path, [...library, ...foreign, {_id: 'shop-1', _type: 'shop'}])
  const message =
    'is "product", which the content model does not know, in 1000 documents, such as product-0, product-1, product-10'
  const once = {
    withheld: [
      {id: 'product-0', count: 1000, reason: expect.stringContaining(message)},
      {id: 'shop-1'},
    ],
  }
  const findings = [
    {rule: 'unknown-type', document: 'product-0', type: 'product', path: '_type', message},
    {document: 'shop-1', type: 'shop', message: 'is "shop", which the content model does not know'},
  ]
  for (const [name, ...args] of [['validate'], ['export', '--out', folder.path]] as const) {
    const run = async (...more: string[]) =>
      (await runCommand(name, ['--source', source, ...args, ...more])).stdout
    const printed = await run()
    expect(printed.match(/^ *✖ _type .*/gm)).toEqual([
      expect.stringContaining(message),
      expect.stringContaining('is "shop"'),
    ])
    expect(printed.match(/product-\d+/g)?.length).toBeLessThan(10)
    expect(printed).toMatch(/[Ww]ithh[eo]ld:? 1001/)
    expect(JSON.parse(await run('--json'))).toMatchObject({
      ...once,
      [name === 'export' ? 'warnings' : 'findings']: findings,
    })
  }
  const sarif = await runCommand('validate', ['--source', source, '--sarif'])
  expect(JSON.parse(sarif.stdout)).toMatchObject({
    runs: [{results: [{message: {text: expect.stringContaining(message)}}, {}]}],
  })
})
