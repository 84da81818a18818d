// Who makes a request and what they may do: every read and write of documents gets this.

import type {Permissions} from '../access/grants.ts'
import type {Guard} from '../access/guard.ts'
import type {AssetOrigin} from '../assets/address.ts'

export interface QueryContext {
  /** What `sanity::projectId()` and `sanity::dataset()` return. */
  readonly projectId: string
  readonly dataset: string
  /** What `identity()` returns: the id of the caller. */
  readonly identity: string
  readonly permissions: Permissions
  /** Rules beyond permissions that apply to every write. */
  readonly guards: readonly Guard[]
  /** The origin of asset URLs in answers. */
  readonly origin: AssetOrigin
  /** How long a query or a transaction may take. */
  readonly queryTimeoutMs: number
}
