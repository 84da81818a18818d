// The countries whose readers a page can be written for: those of the languages that it can be in.

export const jurisdictions = ['US', 'GB'] as const

const titles: Record<(typeof jurisdictions)[number], string> = {
  US: 'United States',
  GB: 'United Kingdom',
}

/** The countries as the Studio offers them. */
export const jurisdictionOptions = jurisdictions.map((value) => ({title: titles[value], value}))
