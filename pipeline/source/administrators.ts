// Who may import decisions of other people into an embedded lake.

import {exists} from '../../disk/exists.ts'
import {Accounts, usersFile} from '../../lake/access/accounts.ts'

/** The author that the log names for documents imported into a lake's folder. */
export const IMPORTER = 'system'

/** The ids of the administrators of the lake in a folder. */
export function administratorsIn(dir: string): ReadonlySet<string> {
  const file = usersFile(dir)
  if (!exists(file)) return new Set([IMPORTER])
  using accounts = new Accounts(file)
  return administratorsAmong(accounts)
}

/** The ids of the users of a lake who may import decisions of other people. */
export function administratorsAmong(accounts: Accounts): ReadonlySet<string> {
  const administrators = accounts.users().filter(({role}) => role === 'administrator')
  return new Set([IMPORTER, ...administrators.map(({id}) => id)])
}
