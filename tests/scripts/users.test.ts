// npm run users, in real processes, while a lake is open.

import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {expect, onTestFinished, test} from 'vitest'
import {z} from 'zod'
import {accessControl, Accounts, lakeClient, openLake, usersFile} from '../../lake/index.ts'
import {roles} from '../../review/roles.ts'
import {runCommand, temporaryFolder} from '../support/command.ts'

async function lakeInUse() {
  const folder = temporaryFolder()
  onTestFinished(() => folder[Symbol.dispose]())
  const dir = join(folder.path, 'lake')
  mkdirSync(dir)
  const accounts = new Accounts(usersFile(dir))
  const lake = openLake({dir, access: accessControl(accounts, roles)})
  onTestFinished(() => {
    lake.close()
    accounts[Symbol.dispose]()
  })
  const users = (...args: string[]) => runCommand('users', [...args, '--dir', dir])
  const usersJson = async (...args: string[]): Promise<unknown> => {
    const {stdout} = await users(...args, '--json')
    return JSON.parse(stdout)
  }
  const as = (token: string) => lakeClient(lake, {token})
  return {accounts, users, usersJson, as}
}

test('a user who cannot get a password is not added, and a lake gets all of its first users or none', async () => {
  using folder = temporaryFolder()
  const dir = join(folder.path, 'lake')
  openLake({dir}).close()
  const file = usersFile(dir)
  using accounts = new Accounts(file)
  using db = new DatabaseSync(file)
  // Fails where a full disk would: after the first change.
  const fail = `SELECT RAISE(ABORT, 'no room')`
  db.exec(`CREATE TRIGGER late BEFORE UPDATE ON users BEGIN ${fail}; END`)
  const added = await runCommand('users', [
    'add',
    'ada',
    '--role',
    'writer',
    '--name',
    'Ada',
    '--dir',
    dir,
  ])
  expect(added).toMatchObject({code: 1, stderr: expect.stringContaining('no room')})
  expect(accounts.users()).toEqual([])

  db.exec(`DROP TRIGGER late; CREATE TRIGGER late BEFORE INSERT ON tokens BEGIN ${fail}; END`)
  const started = await runCommand('start', ['--no-studio', '--port', '0', '--dir', dir])
  expect(started).toMatchObject({code: 1, stderr: expect.stringContaining('no room')})
  expect(accounts.users()).toEqual([])
})

test('users can be added, get passwords and tokens, and be removed while the lake is open', async () => {
  const {accounts, users, usersJson, as} = await lakeInUse()
  const added = z
    .object({user: z.object({id: z.string()}), password: z.string()})
    .parse(await usersJson('add', 'ada', '--role', 'writer', '--name', 'Ada', '--id', 'ada-1'))
  expect(added.user.id).toBe('ada-1')
  expect(await accounts.userOfPassword('ada', added.password)).toMatchObject({id: 'ada-1'})

  const renewed = z.object({password: z.string()}).parse(await usersJson('password', 'ada'))
  expect(await accounts.userOfPassword('ada', added.password)).toBeUndefined()
  expect(await accounts.userOfPassword('ada', renewed.password)).toBeDefined()

  const {token} = z
    .object({token: z.string()})
    .parse(await usersJson('token', 'ada', '--label', 'nightly', '--days', '2'))
  expect(await as(token).fetch('identity()')).toBe('ada-1')

  const {stdout} = await users('list')
  expect(stdout).toMatch(/ada +writer +ada-1 +Ada/)
  expect(stdout).toContain('"nightly"')
  expect(stdout).not.toContain(token)
  const id = /token (\S+) of ada/.exec(stdout)?.[1] ?? ''
  expect((await users('revoke', id)).code).toBe(0)
  await expect(as(token).fetch('1')).rejects.toThrow('Unauthorized')

  expect((await users('remove', 'ada')).code).toBe(0)
  expect(accounts.users()).toEqual([])
})

test('each refusal says what is wrong and what to do', async () => {
  const {users} = await lakeInUse()
  await users('add', 'ada', '--role', 'writer', '--name', 'Ada')
  const refusals = [
    [['password', 'bo'], 'no user "bo"', 'There are: ada'],
    [['token', 'bo', '--label', 'a'], 'no user "bo"', 'ada'],
    [['remove', 'bo'], 'no user "bo"', 'ada'],
    [['revoke', 'xyz'], 'no such token', '-- list'],
    [['add', 'ada', '--role', 'writer', '--name', 'A'], 'already', 'another name'],
    [['add', 'Ada L', '--role', 'writer', '--name', 'A'], 'cannot be used', 'small letters'],
    [['add', 'bo', '--role', 'king', '--name', 'A'], 'king', 'writer'],
  ] as const
  await Promise.all(
    refusals.map(async ([args, problem, hint]) => {
      const {code, stderr} = await users(...args)
      expect(code).toBe(1)
      expect(stderr).toContain(problem)
      expect(stderr).toContain(hint)
      expect(stderr).not.toMatch(/\bat .*:\d+:\d+/)
    }),
  )
})

test('users refuses a folder without a lake', async () => {
  const {code, stderr} = await runCommand('users', ['list', '--dir', 'nowhere'])
  expect(code).toBe(1)
  expect(stderr).toContain('no lake in nowhere')
})
