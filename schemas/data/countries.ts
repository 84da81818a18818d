// The countries whose readers a page can be written for: all codes of ISO 3166-1.

import codes from './countries.json' with {type: 'json'}

export const countries: readonly string[] = codes

/** What is wrong with a code; true if nothing is. */
export function countryProblem(code: string | undefined): string | true {
  return (
    code === undefined || countries.includes(code) || 'This is no country. Choose one of the list.'
  )
}

/** The countries as the Studio offers them, by their English names. */
export const countryOptions = countries
  .map((value) => ({
    title: new Intl.DisplayNames('en', {type: 'region'}).of(value) ?? value,
    value,
  }))
  .toSorted((a, b) => (a.title < b.title ? -1 : 1))
