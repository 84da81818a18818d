// Says what is wrong with a dataset file, in words that help its author to fix it.

import {LakeProblem} from '../problem.ts'

/**
 * The reason why a dataset cannot be imported. The lake is unchanged.
 *
 * @param place the file that was to be imported; and the line of the NDJSON, counted from 1, if the
 *   problem is in one line
 */
export function datasetProblem(
  {file, line}: {readonly file: string; readonly line?: number | undefined},
  problem: string,
  hint: string,
  options?: ErrorOptions,
): LakeProblem {
  const place = line === undefined ? file : `${file}, line ${line}`
  return new LakeProblem(`${place}: ${problem}.`, `${hint}.`, options)
}
