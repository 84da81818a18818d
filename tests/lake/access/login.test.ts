// Logging in: from the Studio to the login page, and back with a token.

import {chmod, readFile, readdir, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {onTestFinished, expect, test, vi} from 'vitest'
import {z} from 'zod'
import {Accounts, serveLake, usersFile} from '../../../lake/index.ts'
import {
  freshFolder,
  freshLake,
  guardedLake,
  picture,
  portClient,
  refusal,
} from '../../support/lake.ts'

const STUDIO = 'http://localhost:3333/structure'

async function loginPage() {
  const {lake, accounts} = guardedLake()
  const password = await accounts.newPassword('writer')
  const server = await serveLake(lake, {port: 0})
  onTestFinished(() => server.close())
  const logIn = (form: Record<string, string>): Promise<Response> =>
    fetch(`${server.origin}/auth/login`, {
      method: 'POST',
      body: new URLSearchParams({username: 'writer', password, origin: STUDIO, ...form}),
      redirect: 'manual',
    })
  const client = portClient(server.origin)
  const redeem = (sid: string, query: {state?: string} = {}) =>
    client.request<{token: string}>({url: '/auth/fetch', query: {sid, ...query}})
  return {accounts, server, client, password, logIn, redeem}
}

function codeOf(response: Response): string {
  const code = /^http:\/\/localhost:3333\/structure#sid=(.{20,})$/.exec(
    response.headers.get('location') ?? '',
  )?.[1]
  if (code === undefined) throw new Error(`No way back: ${response.status}`)
  return code
}

test('the Studio learns where to log in, and a user who logs in there returns with a token', async () => {
  const {client, logIn, redeem} = await loginPage()
  const {providers} = await client.request<{providers: {url: string}[]}>({url: '/auth/providers'})
  const [provider] = providers
  const page = await fetch(`${provider?.url}?${new URLSearchParams({origin: STUDIO})}`)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('<label for="password">')

  const back = await logIn({})
  expect(back.status).toBe(303)
  const {token} = await redeem(codeOf(back))
  const me = client.withConfig({token})
  expect(await me.users.getById('me')).toMatchObject({id: 'writer', name: 'writer'})
  expect(await me.request({url: '/auth/id'})).toEqual({id: 'writer'})

  await me.request({url: '/auth/logout', method: 'POST'})
  expect((await refusal(me.users.getById('me'))).statusCode).toBe(401)
})

test('a program of the Studio that logs in gets the token itself, and the problem in words', async () => {
  const {server, client, password} = await loginPage()
  const logIn = (form: Record<string, string>): Promise<Response> =>
    fetch(`${server.origin}/auth/login`, {
      method: 'POST',
      headers: {accept: 'application/json'},
      body: new URLSearchParams({username: 'writer', password, origin: STUDIO, ...form}),
    })
  const answer = z.object({token: z.string(), id: z.string()}).parse(await (await logIn({})).json())
  expect(answer.id).toBe('writer')
  expect(await client.withConfig({token: answer.token}).request({url: '/auth/id'})).toEqual({
    id: 'writer',
  })

  const refused = await logIn({password: 'wrong'})
  expect(refused.status).toBe(401)
  expect(await refused.json()).toMatchObject({
    message: 'This name and password do not go together. Check both and try again.',
  })
  expect((await logIn({origin: 'https://attacker.example'})).status).toBe(400)
})

test('a code can be exchanged for a token once, within a minute', async () => {
  const {server, logIn, redeem} = await loginPage()
  const code = codeOf(await logIn({}))
  const head = await fetch(`${server.origin}/auth/fetch?sid=${code}`, {method: 'HEAD'})
  expect(head.status).toBe(405)
  await redeem(code)
  expect((await refusal(redeem(code))).statusCode).toBe(401)
  expect((await refusal(redeem('A'.repeat(43)))).statusCode).toBe(401)
  const late = codeOf(await logIn({}))
  vi.useFakeTimers({toFake: ['Date'], now: Date.now() + 61_000})
  onTestFinished(() => void vi.useRealTimers())
  expect((await refusal(redeem(late))).statusCode).toBe(401)
})

test('a code works only in the browser that asked for the login', async () => {
  const {server, client, logIn, redeem} = await loginPage()
  const {providers} = await client.request<{providers: {url: string}[]}>({
    url: '/auth/providers',
    query: {state: 'of-this-browser'},
  })
  const page = await fetch(`${providers[0]?.url}?${new URLSearchParams({origin: STUDIO})}`)
  expect(providers[0]?.url).toBe(`${server.origin}/auth/login/of-this-browser`)
  expect(await page.text()).toContain('name="state" value="of-this-browser"')
  // A link with a code would make its reader the user who made the link.
  for (const query of [{}, {state: 'of-another-browser'}, {state: ''}]) {
    const code = codeOf(await logIn({state: 'of-this-browser'}))
    expect((await refusal(redeem(code, query))).statusCode).toBe(401)
    expect((await refusal(redeem(code, {state: 'of-this-browser'}))).statusCode).toBe(401)
  }
  const unbound = codeOf(await logIn({}))
  expect((await refusal(redeem(unbound, {state: 'of-this-browser'}))).statusCode).toBe(401)
  const code = codeOf(await logIn({state: 'of-this-browser'}))
  expect(await redeem(code, {state: 'of-this-browser'})).toMatchObject({label: 'writer'})
  const failed = await logIn({state: 'of-this-browser', password: 'wrong'})
  expect(await failed.text()).toContain('name="state" value="of-this-browser"')
  expect((await logIn({state: '"><script>'})).status).toBe(400)
})

test('a wrong password is refused, and ten failures block the name for a while', async () => {
  const {logIn, password} = await loginPage()
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const response = await logIn({password: `${password}${attempt}`})
    expect(response.status).toBe(401)
    const text = await response.text()
    expect(text).toContain('role="alert"')
    expect(text).not.toContain(password)
  }
  expect((await logIn({})).status).toBe(429)
  expect((await logIn({username: 'unknown'})).status).toBe(401)
  vi.useFakeTimers({toFake: ['Date'], now: Date.now() + 16 * 60_000})
  onTestFinished(() => void vi.useRealTimers())
  expect((await logIn({})).status).toBe(303)
})

test('of many guesses at once, ten are tried', async () => {
  const {logIn} = await loginPage()
  const guesses = Array.from({length: 60}, (_, number) => logIn({password: `guess-${number}`}))
  const statuses = (await Promise.all(guesses)).map(({status}) => status)
  expect(statuses.filter((status) => status === 401)).toHaveLength(10)
  expect(statuses.filter((status) => status === 429)).toHaveLength(50)
})

/** What is in a folder and may be used by others than its owner, and the folder itself. */
async function openToOthers(folder: string): Promise<string[]> {
  const names = ['.', ...(await readdir(folder, {recursive: true}))]
  const modes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).mode))
  return names.filter((_name, index) => (modes[index] ?? 0) & 0o077)
}

test('the files and folders of a lake can be used by their owner only', async () => {
  const dir = join(await freshFolder(), 'lake')
  const {client} = guardedFolder(dir)
  await client.assets.upload('image', await picture(2, 2))
  await client.assets.upload('file', Buffer.from('text'), {filename: 'a.txt'})
  expect(await readdir(dir)).toEqual(
    expect.arrayContaining(['assets', 'lake.db', 'lake.db-shm', 'lake.db-wal', 'users.db']),
  )
  expect(await openToOthers(dir)).toEqual([])
})

test('a lake that others may use becomes private when it is opened', async () => {
  const dir = join(await freshFolder(), 'lake')
  const {lake, accounts, client} = guardedFolder(dir)
  await client.assets.upload('file', Buffer.from('text'), {filename: 'a.txt'})
  lake.close()
  accounts[Symbol.dispose]()
  for (const name of ['.', ...(await readdir(dir, {recursive: true}))]) {
    const path = join(dir, name)
    await chmod(path, (await stat(path)).isDirectory() ? 0o755 : 0o644)
  }
  expect(await openToOthers(dir)).toHaveLength(6)
  guardedFolder(dir)
  expect(await openToOthers(dir)).toEqual([])
})

/** A lake in a folder, with its accounts. */
function guardedFolder(dir: string) {
  const {lake, client} = freshLake({dir})
  const accounts = new Accounts(usersFile(dir))
  onTestFinished(() => accounts[Symbol.dispose]())
  return {lake, accounts, client}
}

test.each([
  'https://evil.example/',
  'http://localhost:3333.evil.example/',
  'http://localhost:3334/',
  'javascript:alert(1)',
  '//evil.example',
  '',
])('a code is never sent to %j', async (origin) => {
  const {server, logIn} = await loginPage()
  const page = await fetch(`${server.origin}/auth/login?${new URLSearchParams({origin})}`)
  expect(page.status).toBe(400)
  const response = await logIn({origin})
  expect(response.status).toBe(400)
  expect(response.headers.has('location')).toBe(false)
})

test('the page shows what was typed as text', async () => {
  const {logIn} = await loginPage()
  const response = await logIn({username: '"><script>alert(1)</script>', password: 'x'})
  expect(await response.text()).not.toContain('<script')
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('a new password ends the sessions of the old one', async () => {
  const {accounts, client, logIn, redeem, password} = await loginPage()
  const {token} = await redeem(codeOf(await logIn({})))
  const renewed = await accounts.newPassword('writer')
  const error = await refusal(client.withConfig({token}).users.getById('me'))
  expect(error.statusCode).toBe(401)
  expect((await logIn({password})).status).toBe(401)
  expect((await logIn({password: renewed})).status).toBe(303)
})

test('passwords and tokens cannot be read back from the file, which only its owner can read', async () => {
  const folder = await freshFolder()
  const file = usersFile(folder)
  const accounts = new Accounts(file)
  accounts.add({username: 'ada', name: 'Ada', email: 'ada@clinic.example', role: 'writer'})
  const password = await accounts.newPassword('ada')
  const token = accounts.newToken('ada', {label: 'a', days: 1})
  for (const name of await readdir(folder)) {
    expect((await stat(join(folder, name))).mode & 0o077).toBe(0)
    const bytes = await readFile(join(folder, name))
    expect(bytes.includes(password)).toBe(false)
    expect(bytes.includes(token)).toBe(false)
  }
  accounts[Symbol.dispose]()
  using reopened = new Accounts(file)
  expect(reopened.userOfToken(token)).toMatchObject({id: 'ada', email: 'ada@clinic.example'})
  expect(await reopened.userOfPassword('ada', password)).toMatchObject({id: 'ada'})
})

test('the Studio settings of a user are visible to that user only', async () => {
  const {accounts, client} = await loginPage()
  const as = (username: string) =>
    client.withConfig({token: accounts.newToken(username, {label: 'test', days: 1})})
  const body = [{key: 'studio.layout', value: {pane: 'wide', n: [1, null]}}]
  await as('writer').request({url: '/users/me/keyvalue', method: 'PUT', body})
  const read = (username: string) =>
    as(username).request<object[]>({url: '/users/me/keyvalue/studio.layout,other'})
  expect(await read('writer')).toEqual(body)
  expect(await read('reviewer')).toEqual([])
})

test('users see each other by name, as members of the project', async () => {
  const {accounts, client} = await loginPage()
  const writer = client.withConfig({token: accounts.newToken('writer', {label: 'test', days: 1})})
  expect(await writer.request({url: '/users/reviewer'})).toMatchObject({
    id: 'reviewer',
    displayName: 'reviewer',
  })
  expect(await writer.request<object[]>({url: '/users/reviewer,unknown,build'})).toHaveLength(2)
  expect((await refusal(writer.request({url: '/users/unknown'}))).statusCode).toBe(404)
  // The author of what an import changed.
  expect(await writer.request({url: '/users/system'})).toMatchObject({displayName: 'System'})
  const project = await writer.projects.getById('countersign')
  expect(project.members).toHaveLength(6)
  expect(await writer.datasets.list()).toEqual([
    expect.objectContaining({name: 'production', aclMode: 'private'}),
  ])
})
