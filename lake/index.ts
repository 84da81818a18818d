// The embedded content lake: Sanity's HTTP API over SQLite, in process. See README.md.

export {accessControl} from './access/access.ts'
export {Accounts, usersFile, type User} from './access/accounts.ts'
export {atomically} from './atomically.ts'
export {lakeClient} from './client.ts'
export {exportDataset} from './dataset/export.ts'
export {importDataset} from './dataset/import.ts'
export {openLake, type Lake, type LakeOptions} from './lake.ts'
export {LakeProblem} from './problem.ts'
export {removeLake} from './store/remove.ts'
export {serveLake, type LakeServer, type ServeOptions} from './http/server.ts'
export type {LakeFinding} from './verify/run.ts'
export {verifyLake, type Verification} from './verify/verify.ts'
