// What commands print of the content cannot control the terminal that shows it.

import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {expect, test} from 'vitest'
import {lakeClient, openLake} from '../../lake/index.ts'
import {runCommand, temporaryFolder, writeDataset, type Outcome} from '../support/command.ts'
import {article, paragraph, withDocument} from '../support/library.ts'

/** Sets the title of a terminal, clears it, changes colours, and turns the order of characters around. */
const EVIL = '\u001b]0;title\u0007\u001b[2J\u009b31m\u202eeno\u007f\n✔ All is well'

// A line break, and no other character that a terminal acts on.
const SAFE = /^[^\p{Cc}\p{Bidi_Control}]*$/u

function expectSafe({stdout, stderr}: Outcome): void {
  for (const line of `${stdout}\n${stderr}`.split('\n')) {
    expect(line).toMatch(SAFE)
    expect(line).not.toMatch(/^✔ All is well/)
  }
}

const content = withDocument({
  ...article,
  [`field${EVIL}`]: 1,
  body: [
    {...paragraph('p', 'Some text'), markDefs: [{_key: 'm', _type: `mark${EVIL}`}]},
    {_key: 'b', _type: `block${EVIL}`},
  ],
}).concat({_id: 'unknown', _type: `type${EVIL}`})

test.each([
  ['validate', []],
  ['validate', ['--json']],
  ['validate', ['--sarif']],
  ['export', []],
  ['export', ['--json']],
] as const)('npm run %s %j', async (command, options) => {
  using folder = temporaryFolder()
  const source = writeDataset(folder.path, content)
  const out = command === 'export' ? ['--out', join(folder.path, 'out')] : []
  const outcome = await runCommand(command, ['--source', source, ...out, ...options])
  expect(outcome.stdout + outcome.stderr).toContain('\\u001b[2J')
  expectSafe(outcome)
})

test('an error about a dataset', async () => {
  using folder = temporaryFolder()
  const source = join(folder.path, 'data.ndjson')
  writeFileSync(source, `${JSON.stringify({_id: EVIL})}\n`)
  const outcome = await runCommand('validate', ['--source', source])
  expect(outcome.stderr).toContain('\\u001b[2J')
  expectSafe(outcome)
})

test('npm run users', async () => {
  using folder = temporaryFolder()
  openLake({dir: folder.path}).close()
  const inFolder = ['--dir', folder.path]
  const named = ['add', 'ada', '--role', 'writer', '--name', `Ada${EVIL}`, ...inFolder]
  expect(await runCommand('users', named)).toMatchObject({code: 0})
  for (const options of [['list'], ['list', '--json'], ['password', `bo${EVIL}`]]) {
    const outcome = await runCommand('users', [...options, ...inFolder])
    expect(outcome.stdout + outcome.stderr).toContain('\\u001b[2J')
    expectSafe(outcome)
  }
})

test('npm run verify', async () => {
  using folder = temporaryFolder()
  {
    using lake = openLake({dir: folder.path, identity: `ann${EVIL}`})
    await lakeClient(lake).mutate([{create: {_type: 'note'}}], {transactionId: EVIL})
  }
  {
    using db = new DatabaseSync(join(folder.path, 'lake.db'))
    db.exec("DROP TRIGGER closed_transactions_stay_as_they_are; UPDATE transactions SET time = 'x'")
  }
  const outcome = await runCommand('verify', ['--dir', folder.path])
  expect(outcome.stderr).toContain('\\u001b[2J')
  expectSafe(outcome)
})
