// The main job, run as a person or a build job runs it.

import {spawn} from 'node:child_process'
import {cpSync, existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {expect, test} from 'vitest'
import {z} from 'zod'
import {
  accessControl,
  Accounts,
  exportDataset,
  importDataset,
  openLake,
  serveLake,
} from '../../lake/index.ts'
import {manifestSchema} from '../../pipeline/release/manifest.ts'
import {roles} from '../../review/roles.ts'
import {commandLine, runCommand, temporaryFolder, writeDataset} from '../support/command.ts'
import {article, decisionOn, library, withDocument} from '../support/library.ts'
import {exportDocuments, released, snapshot} from '../support/release.ts'

const report = z.object({
  ok: z.boolean(),
  release: z.string(),
  exported: z.record(z.string(), z.number()),
  withheld: z.array(z.object({id: z.string(), shown: z.string()})),
  files: z.number(),
})

test('with no options, it makes a lake from the sample content and exports it', async () => {
  using folder = temporaryFolder()
  cpSync('content', join(folder.path, 'content'), {recursive: true})
  const first = await runCommand('export', [], {cwd: folder.path})
  expect(first.stderr).toBe('')
  expect(first.code).toBe(0)
  expect(first.stdout).toMatch(/Exported from the lake in \.lake/)
  expect(first.stdout).toMatch(/3 article/)
  expect(existsSync(join(folder.path, '.lake', 'lake.db'))).toBe(true)
  const out = join(folder.path, 'exports')
  expect(released(out, 'web/index.html')).toContain('What is prolotherapy for chronic back pain?')
  expect(released(out, 'app/index.json')).toContain('What is prolotherapy for chronic back pain?')

  const before = snapshot(out)
  const second = await runCommand('export', ['--json'], {cwd: folder.path})
  expect(second.code).toBe(0)
  expect(snapshot(out)).toEqual(before)
})

test('the same content gives the same bytes, in any zone, locale and order', async () => {
  using folder = temporaryFolder()
  const [one, two] = [join(folder.path, 'one'), join(folder.path, 'two')]
  const shuffled = join(folder.path, 'content')
  cpSync('content', shuffled, {recursive: true})
  const lines = readFileSync('content/data.ndjson', 'utf8').trim().split('\n')
  writeFileSync(join(shuffled, 'data.ndjson'), `${lines.toReversed().join('\n')}\n`)

  const [first, second] = await Promise.all([
    runCommand('export', ['--source', 'content', '--out', one], {
      env: {TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8'},
    }),
    runCommand('export', ['--source', shuffled, '--out', two], {
      env: {TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C'},
    }),
  ])
  expect([first.code, second.code]).toEqual([0, 0])
  expect(snapshot(two)).toEqual(snapshot(one))
})

test('a dataset saved as .tar.gz, images and all, gives the same release as the folder', async () => {
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

test('a lake that is served gives the same release, images and all, as its folder does', async () => {
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

test('one changed character is withheld, said so, and ends with 2', async () => {
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

test('--json prints one object and nothing else, also when it fails', async () => {
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
    'approved.ndjson',
    'manifest.json',
  ])
})

test('the manifest lists every file with its digest, and on whose word each document stands', async () => {
  using folder = temporaryFolder()
  await exportDocuments(library, folder.path)
  const {release, files} = snapshot(folder.path)
  const manifest = manifestSchema.parse(JSON.parse(released(folder.path, 'manifest.json') ?? ''))
  const listed = Object.fromEntries(manifest.files.map(({path, sha256}) => [path, sha256]))
  const {'manifest.json': own, ...others} = files
  expect(listed).toEqual(others)
  expect(release).toBe(`releases/${own}`)
  expect(manifest.authorship).toBe('asserted')
  expect(manifest.documents).toContainEqual(
    expect.objectContaining({id: 'article', state: 'approved', reviewer: 'reviewer'}),
  )
})

test('nothing is coloured and no bar is drawn where there is no terminal', async () => {
  using folder = temporaryFolder()
  const source = writeDataset(folder.path, library)
  const {stdout, stderr} = await runCommand('export', ['--source', source, '--out', folder.path])
  expect(stdout + stderr).not.toContain('\u001b')
})

test('--help says what each option does and how a run ends', async () => {
  for (const name of ['export', 'validate'] as const) {
    const {code, stdout} = await runCommand(name, ['--help'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/--source <source>/)
    expect(stdout).toMatch(/--json/)
    expect(stdout).toMatch(/Exit codes: 0 done, 1 failed, 2 done with something withheld/)
  }
})

test('validate reports without writing', async () => {
  using folder = temporaryFolder()
  const sound = await runCommand('validate', ['--source', writeDataset(folder.path, library)])
  expect(sound.code).toBe(0)
  expect(sound.stdout).toMatch(/13 documents .* 0 errors/)

  const edited = withDocument({...article, title: 'Edited'})
  const withheld = await runCommand('validate', ['--source', writeDataset(folder.path, edited)])
  expect(withheld.code).toBe(2)
  expect(withheld.stdout).toMatch(/would withhold 1/)

  const broken = withDocument({...article, title: undefined})
  const failed = await runCommand('validate', [
    '--source',
    writeDataset(folder.path, broken),
    '--json',
  ])
  expect(failed.code).toBe(1)
  expect(JSON.parse(failed.stdout)).toMatchObject({
    ok: false,
    findings: [{document: 'article', path: 'title', message: 'is missing'}],
  })
})

test('a fault in one article of a large library is reported, and nothing is left behind', async () => {
  using folder = temporaryFolder()
  const out = join(folder.path, 'exports')
  await exportDocuments(library, out)
  const before = snapshot(out)
  const copies = Array.from({length: 1100}, (_, index) => ({
    ...article,
    _id: `copy-${index}`,
    slug: {_type: 'slug', current: `copy-${index}`},
    ...(index === 1050 ? {audience: 'everybody'} : {}),
  }))
  const source = writeDataset(folder.path, [
    ...library,
    ...copies,
    ...copies.map((copy) => decisionOn(copy)),
  ])
  const {code, stderr} = await runCommand('export', ['--source', source, '--out', out])
  expect(code).toBe(1)
  expect(stderr).toMatch(/article copy-1050\n.*audience is "everybody"/)
  expect(snapshot(out)).toEqual(before)
  expect(readdirSync(out).toSorted()).toEqual(['current', 'releases'])
})

test('an export that is killed at any moment leaves what was current, and the next one cleans up', async () => {
  using folder = temporaryFolder()
  const out = join(folder.path, 'exports')
  const copies = Array.from({length: 300}, (_, index) => ({
    ...article,
    _id: `copy-${index}`,
    slug: {_type: 'slug', current: `copy-${index}`},
  }))
  const source = writeDataset(folder.path, [
    ...library,
    ...copies,
    ...copies.map((copy) => decisionOn(copy)),
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
  expect(readdirSync(out).toSorted()).toEqual(['current', 'releases'])
  expect(released(out, 'web/articles/copy-299.html')).toBeDefined()
})
