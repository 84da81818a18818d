// A lake whose disk is full says so to its clients, keeps what it has, and works again once there is room.

import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {expect, onTestFinished, test, vi} from 'vitest'
import {
  accessControl,
  Accounts,
  lakeClient,
  openLake,
  usersFile,
  verifyLake,
} from '../../../lake/index.ts'
import {roles} from '../../../review/roles.ts'
import {picture} from '../../support/lake.ts'
import {smallDisk} from '../../support/small-disk.ts'

test('a full disk is an error 507 that names it, and nothing is half written', async ({skip}) => {
  const disk = smallDisk(3) ?? skip('this process may not mount a disk')
  const said = vi.spyOn(console, 'error').mockReturnValue()
  onTestFinished(() => said.mockRestore())
  const dir = join(disk.path, 'lake')
  using accounts = new Accounts(usersFile(disk.path))
  accounts.add({username: 'ada', name: 'Ada', email: undefined, role: 'administrator'})
  const token = accounts.newToken('ada', {label: 'test', days: 1})
  using lake = openLake({dir, access: accessControl(accounts, roles)})
  const client = lakeClient(lake, {token})
  await client.create({_id: 'note', _type: 'note', text: 'Kept'})
  disk.fill()
  const large = 'x'.repeat(100_000)
  const full = {statusCode: 507, message: expect.stringContaining('The disk of the lake is full')}
  await expect(client.create({_type: 'note', text: large})).rejects.toMatchObject(full)
  await expect(client.patch('note').set({text: large}).commit()).rejects.toMatchObject(full)
  const bytes = await picture(400, 400)
  await expect(client.assets.upload('image', bytes)).rejects.toMatchObject(full)
  const url = '/users/me/keyvalue'
  const body = [{key: 'k', value: 'x'.repeat(9000)}]
  await expect(client.request({method: 'PUT', url, body})).rejects.toMatchObject(full)
  expect(said).toHaveBeenCalledWith(expect.stringMatching(/^The disk is full .* Free some space/))
  // Reading goes on.
  expect(await client.fetch('*[_type == "note"].text')).toEqual(['Kept'])
  disk.free()
  const files = readdirSync(dir, {recursive: true}).map(String)
  expect(files.filter((name) => name.includes('partial') || name.endsWith('.png'))).toEqual([])
  await client.patch('note').set({text: large}).commit()
  await client.assets.upload('image', bytes)
  expect(await verifyLake(dir)).toMatchObject({found: 0})
})
