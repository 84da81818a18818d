// A disk that can be filled. Only the superuser of a Linux system can make one.

import {execFileSync} from 'node:child_process'
import {closeSync, openSync, rmSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'
import {isErrno} from '../../disk/errno.ts'
import {temporaryFolder} from './command.ts'

/** A disk of a test. */
export interface SmallDisk {
  /** An empty folder on the disk. */
  readonly path: string
  /** Takes all room that is left. */
  fill(): void
  /** Gives this room back. */
  free(): void
  /** Lets nothing on the disk change from now on. */
  makeReadOnly(): void
}

/** Mounts a disk until the test ends. Undefined if this process may not. */
export function smallDisk(megabytes: number): SmallDisk | undefined {
  const folder = temporaryFolder()
  onTestFinished(() => folder[Symbol.dispose]())
  const {path} = folder
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], {
      stdio: 'ignore',
    })
  } catch {
    return undefined
  }
  // Vitest calls these in the opposite order.
  onTestFinished(() => void execFileSync('umount', ['--lazy', path]))
  const ballast = join(path, 'ballast')
  return {
    path,
    fill() {
      const file = openSync(ballast, 'a')
      try {
        for (let size = 1 << 20; size > 0; size >>= 1) writeUntilFull(file, size)
      } finally {
        closeSync(file)
      }
    },
    free: () => rmSync(ballast),
    makeReadOnly: () => void execFileSync('mount', ['-o', 'remount,ro', path]),
  }
}

function writeUntilFull(file: number, size: number): void {
  try {
    for (;;) writeSync(file, Buffer.alloc(size))
  } catch (error) {
    if (!isErrno(error, 'ENOSPC')) throw error
  }
}
