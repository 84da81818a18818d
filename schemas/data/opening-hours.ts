// What is wrong with opening hours, for the form and for the pipeline. Unfinished ones have nothing wrong yet.

/** A time in which a clinic is open, on each of some days. Times are HH:MM, so their order is that of the text. */
export interface Opening {
  readonly days?: readonly string[] | undefined
  readonly opens?: string | undefined
  readonly closes?: string | undefined
}

export const closesTooEarly = {
  problem: 'is not after the time at which it opens',
  hint: 'If it is open past midnight, end at 23:59, and begin at 00:00 on the next day.',
}

export const openTwice = {
  problem: 'has hours that overlap on the same day',
  hint: 'Give each day its hours once, with a break as two lines that do not overlap.',
}

/** Whether a clinic would close before it opens. */
export function closesFirst({opens, closes}: Opening): boolean {
  return opens !== undefined && closes !== undefined && closes <= opens
}

/** The positions of those hours that overlap with others before them, on any day. */
export function overlapping(hours: readonly Opening[]): number[] {
  return hours.flatMap((one, index) =>
    hours.slice(0, index).some((other) => overlap(one, other)) ? [index] : [],
  )
}

function overlap(one: Opening, other: Opening): boolean {
  const {opens = '', closes = '', days = []} = one
  const isSameDay = days.some((day) => other.days?.includes(day))
  return isSameDay && opens < (other.closes ?? '') && (other.opens ?? '') < closes
}
