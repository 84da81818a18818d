// How many runs a test makes. `npm run test:long` makes far more than `npm test`.

/**
 * @param short The number of runs in `npm test`.
 * @param long The number of runs in `npm run test:long`, which sets COUNTERSIGN_LONG.
 */
export function runs(short: number, long: number): number {
  return process.env.COUNTERSIGN_LONG ? long : short
}
