// Decoded images are large, and anyone may request one. So only a few are in memory at once.

import {httpError} from '../../errors.ts'

const AT_ONCE = 2
const MAX_WAITING = 100

let running = 0
const waiting: (() => void)[] = []

/**
 * Does work on an image when its turn comes.
 *
 * @throws LakeError 503 if too many others wait, and anything that `work` throws
 */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < AT_ONCE) running += 1
  else await turn()
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

// The work that ends hands its place over.
function turn(): Promise<void> {
  if (waiting.length === MAX_WAITING) {
    throw httpError(503, 'Too many images are being made. Try again later')
  }
  return new Promise((resolve) => waiting.push(resolve))
}
