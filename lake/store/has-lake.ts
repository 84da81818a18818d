// Whether a folder holds a lake.

import {join} from 'node:path'
import {exists} from '../../disk/exists.ts'

/** @throws the system's error if it cannot tell, for example because this user may not look there */
export function hasLake(dir: string): boolean {
  return exists(join(dir, 'lake.db'))
}
