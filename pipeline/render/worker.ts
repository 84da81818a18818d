// A thread that renders one share of a release, and says how far it is.
import {parentPort, workerData} from 'node:worker_threads'

import type {ThreadMessage} from '../render.ts'
import {renderShare} from './share.ts'

const say = (message: ThreadMessage): void => parentPort?.postMessage(message)

say(await renderShare(workerData, () => say({page: true})))
