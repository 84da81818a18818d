// Writes files of given sizes: node write-files.ts <list> <folder>. A line of the list has a size and a path.

import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'

const [list = '', folder = ''] = process.argv.slice(2)
const files = readFileSync(list, 'utf8')
  .split('\n')
  .map((line) => {
    const [size, path = ''] = line.split('\t')
    return {size: Number(size), path}
  })
const largest = files.reduce((most, {size}) => Math.max(most, size), 0)
const bytes = Buffer.alloc(largest, 'a')

for (const directory of new Set(files.map(({path}) => dirname(path)))) {
  mkdirSync(join(folder, directory), {recursive: true})
}
for (const {size, path} of files) writeFileSync(join(folder, path), bytes.subarray(0, size))
