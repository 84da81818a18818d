// What the system says when it cannot read or write files, in words for the person who runs the program.

import {isSystemError} from './errno.ts'

/** A trouble with the disk or its files. Both texts are whole sentences. */
export interface DiskTrouble {
  readonly message: string
  /** What to do about it. */
  readonly hint: string
  /** Whether there is too little room. */
  readonly isFull: boolean
}

type Kind = Omit<DiskTrouble, 'message'> & {readonly problem: string}

const full: Kind = {
  problem: 'The disk is full',
  hint: 'Free some space, then try again.',
  isFull: true,
}

const readOnly: Kind = {
  problem: 'The disk or the file can only be read',
  hint: 'Use a folder that can be written to.',
  isFull: false,
}

const forbidden: Kind = {
  problem: 'The system does not let this user use a file',
  hint: 'Give this user the right to read and write it, or use another folder.',
  isFull: false,
}

const tooManyFiles: Kind = {
  problem: 'Too many files are open',
  hint: 'End other programs, or raise the limit (see ulimit -n), then try again.',
  isFull: false,
}

const broken: Kind = {
  problem: 'The disk reports an error',
  hint: 'Check the disk and its free space. The log of the system may say more.',
  isFull: false,
}

/** By the codes of the system: https://man7.org/linux/man-pages/man3/errno.3.html */
const bySystemCode: Readonly<Record<string, Kind>> = {
  ENOSPC: full,
  EDQUOT: {
    problem: 'This user has no room left on the disk',
    hint: 'Free some space or raise the quota of this user, then try again.',
    isFull: true,
  },
  EFBIG: {
    problem: 'A file would be larger than the system allows',
    hint: 'Raise the limit (see ulimit -f), then try again.',
    isFull: true,
  },
  EROFS: readOnly,
  EACCES: forbidden,
  EPERM: forbidden,
  EMFILE: tooManyFiles,
  ENFILE: tooManyFiles,
  EIO: broken,
}

/** By the codes of SQLite, or by their primary code: https://www.sqlite.org/rescode.html */
const bySqliteCode: Readonly<Record<number, Kind>> = {
  3: forbidden, // SQLITE_PERM
  5: {
    problem: 'Another process is using the database',
    hint: 'Wait until it has ended, then try again.',
    isFull: false,
  }, // SQLITE_BUSY
  8: readOnly, // SQLITE_READONLY
  10: broken, // SQLITE_IOERR
  13: full, // SQLITE_FULL
  14: {
    problem: 'The database cannot be opened',
    hint: 'Check that this user may read and write its folder, and that not too many files are open.',
    isFull: false,
  }, // SQLITE_CANTOPEN
  // The file beside the database, through which its readers meet, found no room.
  4874: full, // SQLITE_IOERR_SHMSIZE
}

/** The trouble that an error is about, or undefined for any other error. */
export function diskTrouble(error: unknown): DiskTrouble | undefined {
  const kind = kindOf(error)
  if (!kind || !(error instanceof Error)) return undefined
  const {problem, hint, isFull} = kind
  return {message: `${problem} (${error.message}).`, hint, isFull}
}

function kindOf(error: unknown): Kind | undefined {
  if (isSystemError(error)) return bySystemCode[error.code]
  if (!isSqliteError(error)) return undefined
  // The lower byte of a code is the primary one.
  return bySqliteCode[error.errcode] ?? bySqliteCode[error.errcode & 0xff]
}

function isSqliteError(error: unknown): error is Error & {readonly errcode: number} {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
}
