// Shows a progress bar on a terminal, and nothing elsewhere.

import {SingleBar} from 'cli-progress'
import type {Progress} from '../../pipeline/progress.ts'

type Stage = Progress['stage'] | 'verify'

const labels: Record<Stage, string> = {
  gate: 'Checking',
  judge: 'Judging',
  render: 'Rendering',
  verify: 'Verifying',
}

export interface ProgressBar {
  update(progress: Omit<Progress, 'stage'> & {readonly stage: Stage}): void
  stop(): void
}

/** Uses standard error, so that standard output has only results. */
export function progressBar(wanted: boolean): ProgressBar {
  if (!wanted || !process.stderr.isTTY) return {update: () => {}, stop: () => {}}
  const bar = new SingleBar({
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    format: '{label} {bar} {value}{of}',
  })
  bar.start(1, 0, {label: '', of: ''})
  return {
    update: ({stage, done, total}) => {
      if (total !== undefined) bar.setTotal(total)
      else if (done >= bar.getTotal()) bar.setTotal(done * 2)
      bar.update(done, {label: labels[stage], of: total === undefined ? '' : ` of ${total}`})
    },
    stop: () => bar.stop(),
  }
}
