// A process that makes images for a lake, one after the other.

import {on} from 'node:events'
import process from 'node:process'
import {reasonOf} from './decoder.ts'
import type {ImagePlan} from './plan.ts'
import {transform} from './transform.ts'

/** An image to make. */
export interface Job {
  readonly bytes: Uint8Array
  readonly plan: ImagePlan
}

export type Answer = {readonly image: Uint8Array} | {readonly problem: string}

async function answerTo({bytes, plan}: Job): Promise<Answer> {
  try {
    return {image: await transform(bytes, plan)}
  } catch (error) {
    return {problem: reasonOf(error)}
  }
}

// It ends with the process that started it.
for await (const [job] of on(process, 'message', {close: ['disconnect']})) {
  process.send?.(await answerTo(job))
}
