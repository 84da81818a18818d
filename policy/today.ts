// The day of judgement, as rules see it: they only compare days with it. So an export knows from which day on a rule
// would say something else, and a new day alone changes nothing.

export interface Today {
  /**
   * Whether it is before another day.
   *
   * @param day YYYY-MM-DD
   */
  readonly isBefore: (day: string) => boolean
  /** YYYY-MM-DD, for messages. A rule that reads it would say something else on any other day. */
  readonly date: string
}

/** @param date YYYY-MM-DD, UTC. */
export function todayIs(date: string): Today {
  return {date, isBefore: (day) => date < day}
}
