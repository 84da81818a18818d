// npm start, in real processes with real signals.

import {spawn, type ChildProcess} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, readdirSync, readFileSync, readlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import {expect, onTestFinished, test, vi} from 'vitest'
import {Accounts, lakeClient, openLake, usersFile} from '../../lake/index.ts'
import {commandLine, runCommand, temporaryFolder} from '../support/command.ts'

interface Started {
  readonly child: ChildProcess
  readonly origin: string
  readonly client: SanityClient
  readonly output: () => string
  readonly end: (signal: NodeJS.Signals) => Promise<unknown[]>
}

/** Starts a lake on a free port, and waits until it has printed all that it prints. */
async function start(dir: string, ...args: string[]): Promise<Started> {
  const child = spawn(process.execPath, [
    ...commandLine('start'),
    '--no-studio',
    '--dir',
    dir,
    '--port',
    '0',
    ...args,
  ])
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  }
  const origin = await vi.waitFor(
    () => {
      const found = /The lake in .* is at (?<origin>http:\S+)/.exec(output)?.groups?.origin
      if (found === undefined || !output.includes('Stop it with'))
        throw new Error(`It did not start: ${output}`)
      return found
    },
    {timeout: 60_000, interval: 50},
  )
  const client = createClient({
    apiHost: origin,
    useProjectHostname: false,
    projectId: 'countersign',
    dataset: 'production',
    apiVersion: '2025-02-19',
    useCdn: false,
    token: administratorToken(dir),
  })
  // Two signals, because the terminal sends one to the whole group and npm passes on another.
  const end = async (signal: NodeJS.Signals): Promise<unknown[]> => {
    const ended = once(child, 'close')
    child.kill(signal)
    child.kill(signal)
    return ended
  }
  return {child, origin, client, output: () => output, end}
}

function administratorToken(dir: string): string {
  using accounts = new Accounts(usersFile(dir))
  return accounts.newToken('administrator', {label: 'test', days: 1})
}

function folder(): string {
  const made = temporaryFolder()
  onTestFinished(() => made[Symbol.dispose]())
  return made.path
}

test('start makes a lake from the sample content, serves it, and stops cleanly on SIGINT and SIGTERM', async () => {
  const dir = join(folder(), 'lake')
  const first = await start(dir)
  expect(first.output()).toContain('Made a lake')
  expect(first.output()).toContain(`apiHost: '${first.origin}'`)
  expect(await first.client.fetch('count(*[_type == "article"])')).toBeGreaterThan(0)
  await first.client.create({_id: 'mine', _type: 'note'})
  const {token} = first.client.config()
  const stream = await fetch(`${first.origin}/v1/data/listen/production?query=*`, {
    headers: {authorization: `Bearer ${token}`},
  })
  const reading = stream.text()
  expect(await first.end('SIGINT')).toEqual([0, null])
  expect(await reading).toContain('event: welcome')
  expect(readdirSync(dir).toSorted()).toEqual(['assets', 'lake.db', 'users.db'])

  const second = await start(dir)
  expect(second.output()).not.toContain('Made a lake')
  expect(await second.client.fetch('count(*[_id == "mine"])')).toBe(1)
  expect(await second.end('SIGTERM')).toEqual([0, null])
})

test('--reset replaces the lake, unless it is in use or the dataset is missing', async () => {
  const dir = join(folder(), 'lake')
  const first = await start(dir)
  await first.client.create({_id: 'mine', _type: 'note'})

  const refused = await runCommand('start', ['--dir', dir, '--port', '0', '--reset'])
  expect(refused.code).toBe(1)
  expect(refused.stderr).toContain('is in use')
  expect(await first.client.fetch('count(*[_id == "mine"])')).toBe(1)
  await first.end('SIGTERM')

  const failed = await runCommand('start', ['--dir', dir, '--reset', '--import', 'nowhere.ndjson'])
  expect(failed.code).toBe(1)
  expect(failed.stderr).toContain('nowhere.ndjson')

  const kept = await start(dir)
  expect(await kept.client.fetch('count(*[_id == "mine"])')).toBe(1)
  await kept.end('SIGTERM')

  const second = await start(dir, '--reset')
  expect(await second.client.fetch('count(*[_id == "mine"])')).toBe(0)
  expect(await second.client.fetch('count(*[_type == "article"])')).toBeGreaterThan(0)
  await second.end('SIGTERM')
  expect(readdirSync(join(dir, '..'))).toEqual(['lake'])
})

test('the first start prints passwords and a token once, and they work', async () => {
  const dir = join(folder(), 'lake')
  const first = await start(dir)
  const [, username = '', password = ''] = /^ {4}(writer) +(\S+)$/m.exec(first.output()) ?? []
  const origin = 'http://localhost:3333/'
  const back = await fetch(`${first.origin}/auth/login`, {
    method: 'POST',
    body: new URLSearchParams({username, password, origin}),
    redirect: 'manual',
  })
  expect(back.headers.get('location')).toMatch(/#sid=/)
  const token = /^ {4}(countersign_\S+)$/m.exec(first.output())?.[1]
  const build = first.client.withConfig({token, perspective: 'raw'})
  expect(await build.fetch('identity()')).toBe('build')
  expect(await build.fetch('count(*[_type == "review"])')).toBeGreaterThan(0)
  // The id of a person in the sample library is that of their user.
  expect(await build.fetch('count(*[_id == "person-" + $id])', {id: 'miriam-hale'})).toBe(1)
  expect(await build.request({url: '/users/miriam-hale'})).toMatchObject({
    displayName: 'Miriam Hale',
  })
  await first.end('SIGTERM')

  const second = await start(dir, '--reset')
  expect(second.output()).not.toMatch(/password|countersign_/)
  expect(await second.client.withConfig({token}).fetch('identity()')).toBe('build')
  await second.end('SIGTERM')
})

test('--import fills a new lake, and adds to an existing one', async () => {
  const parent = folder()
  const dir = join(parent, 'lake')
  const dataset = (id: string): string => {
    const file = join(parent, `${id}.ndjson`)
    writeFileSync(file, `${JSON.stringify({_id: id, _type: 'note'})}\n`)
    return file
  }
  const first = await start(dir, '--import', dataset('one'))
  expect(await first.client.fetch('*._id')).toEqual(['one'])
  await first.end('SIGTERM')
  const second = await start(dir, '--import', dataset('two'))
  expect(second.output()).toContain(`Imported 1 document into the lake in ${dir}\n`)
  expect(second.output()).not.toContain('replaced')
  expect(await second.client.fetch('*._id')).toEqual(['one', 'two'])
  await second.client.patch('one').set({text: 'Edited here'}).commit()
  await second.end('SIGTERM')
  const third = await start(dir, '--import', dataset('one'))
  expect(third.output()).toContain('1 document with other content here was replaced')
  await third.end('SIGTERM')
})

test('--export exports the lake along with each change, and ends with the server', async () => {
  using folder = temporaryFolder()
  const out = join(folder.path, 'exports')
  const dir = join(folder.path, 'lake')
  const {end} = await start(dir, '--export', out)
  const index = (): string => readFileSync(join(out, 'current', 'web', 'index.html'), 'utf8')
  await vi.waitFor(() => expect(index()).toContain('<h1>'), {timeout: 60_000, interval: 100})
  const first = readlinkSync(join(out, 'current'))
  // Another process changes the lake. Without its last decision, the text of a question has no approval.
  {
    using lake = openLake({dir})
    await lakeClient(lake).delete('review-faq-does-it-hurt-2')
  }
  await vi.waitFor(() => expect(readlinkSync(join(out, 'current'))).not.toBe(first), {
    timeout: 60_000,
    interval: 100,
  })
  // The streams close when both processes have ended.
  expect(await end('SIGTERM')).toEqual([0, null])
})

test('start reports a port that is in use', async () => {
  const parent = folder()
  const dir = join(parent, 'lake')
  const dataset = join(parent, 'small.ndjson')
  writeFileSync(dataset, `${JSON.stringify({_id: 'a', _type: 'note'})}\n`)
  const {origin, end} = await start(dir, '--import', dataset)
  const {port} = new URL(origin)
  const {code, stderr} = await runCommand('start', ['--no-studio', '--dir', dir, '--port', port])
  expect(code).toBe(1)
  expect(stderr).toContain(`Port ${port} is in use`)
  expect(stderr).toContain('--port')
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+/)
  await end('SIGTERM')
})

test.each(['4000x', '', '65536'])('start refuses the port %j', async (port) => {
  const {code, stderr} = await runCommand('start', [`--port=${port}`])
  expect(code).toBe(1)
  expect(stderr).toContain('Expected a number from 0 to 65535')
})

test('start does not touch a folder that holds something other than a lake', async () => {
  const dir = folder()
  writeFileSync(join(dir, 'precious.txt'), 'precious')
  for (const args of [[], ['--reset']]) {
    const {code, stderr} = await runCommand('start', ['--dir', dir, ...args])
    expect(code).toBe(1)
    expect(stderr).toContain('something other than a lake')
  }
  expect(readdirSync(dir)).toEqual(['precious.txt'])
})

test('a damaged lake can be reset', async () => {
  const dir = join(folder(), 'lake')
  openLake({dir}).close()
  writeFileSync(join(dir, 'lake.db'), 'not a database '.repeat(100))
  const {client, end} = await start(dir, '--reset')
  expect(await client.fetch('count(*)')).toBeGreaterThan(0)
  await end('SIGTERM')
  expect(existsSync(join(dir, 'lake.db'))).toBe(true)
})
