// The embedded content lake: Sanity's HTTP API over SQLite, in process. See README.md.

export {accessControl} from './access/access.ts'
export {AccountError, Accounts, usersFile, type User} from './access/accounts.ts'
export {lakeClient} from './client.ts'
export {DatasetError} from './dataset/error.ts'
export {exportDataset} from './dataset/export.ts'
export {importDataset} from './dataset/import.ts'
export {openLake, type Lake, type LakeOptions} from './lake.ts'
export {removeLake} from './store/remove.ts'
export {serveLake, type LakeServer, type ServeOptions} from './http/server.ts'
export {verifyLake, VerifyError, type LakeFinding, type Verification} from './verify/verify.ts'
