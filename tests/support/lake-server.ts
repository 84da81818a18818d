// A process that serves a lake and that a test may kill at any moment. It reads lines from its standard
// input. The first is the folder of the lake, so that a test can start the process early. The others are
// datasets to import. On its standard output it prints its origin, and when an import is done.

import {flushCompileCache} from 'node:module'
import {createInterface} from 'node:readline'
import {importDataset} from '../../lake/dataset/import.ts'
import {serveLake} from '../../lake/http/server.ts'
import {openLake} from '../../lake/lake.ts'

// Node saves its compile cache on exit, but this process is killed before that.
flushCompileCache()

const lines = createInterface(process.stdin)[Symbol.asyncIterator]()
const {value: dir, done} = await lines.next()
if (done) process.exit()
const lake = openLake({dir: String(dir)})
/** Answers as the lake does, except that a request with this header ends the process before its answer. */
async function fetch(request: Request): Promise<Response> {
  const response = await lake.fetch(request)
  if (request.headers.has('x-kill-before-answer')) process.kill(process.pid, 'SIGKILL')
  return response
}

const {origin} = await serveLake({...lake, fetch}, {port: 0})
process.stdout.write(`${origin}\n`)
for await (const dataset of lines) {
  await importDataset(lake, dataset)
  process.stdout.write('imported\n')
}
