// Watches what code does to the disk, to see what a power cut could take away.

import fs, {type PathLike} from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
import {relative} from 'node:path'
import {vi} from 'vitest'

/**
 * The syncs and renames that an action makes, in order: "sync web", "rename a to b".
 *
 * @param root Paths are relative to this folder.
 */
export async function diskSteps(root: string, action: () => Promise<unknown>): Promise<string[]> {
  const steps: string[] = []
  const opened = new Map<number, string>()
  const named = (path: PathLike): string => relative(root, String(path)) || '.'
  const {openSync, fsyncSync, renameSync} = fs
  const {open} = fs.promises
  vi.spyOn(fs, 'openSync').mockImplementation((path, ...rest) => {
    const descriptor = openSync(path, ...rest)
    opened.set(descriptor, named(path))
    return descriptor
  })
  vi.spyOn(fs, 'fsyncSync').mockImplementation((descriptor) => {
    fsyncSync(descriptor)
    steps.push(`sync ${opened.get(descriptor)}`)
  })
  vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
    renameSync(from, to)
    steps.push(`rename ${named(from)} to ${named(to)}`)
  })
  vi.spyOn(fs.promises, 'open').mockImplementation(async (path, ...rest) => {
    const file = await open(path, ...rest)
    const sync = file.sync.bind(file)
    file.sync = async () => {
      await sync()
      steps.push(`sync ${named(String(path))}`)
    }
    return file
  })
  syncBuiltinESMExports()
  try {
    await action()
  } finally {
    vi.restoreAllMocks()
    syncBuiltinESMExports()
  }
  return steps
}
