// The progress of a command, for the progress bar.

export interface Progress {
  readonly stage: 'gate' | 'judge' | 'render'
  readonly done: number
  /** Unknown while documents are being read. */
  readonly total?: number
}
