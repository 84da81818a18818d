// A work as a reference in Vancouver style. The rules are those of the National Library of Medicine
// (Citing Medicine, https://www.nlm.nih.gov/citingmedicine), which the ICMJE recommends.

import type {CitedWork} from '../../../model/cited-work.ts'
import {onceFor} from '../../../review/once.ts'

type Name = Pick<CitedWork['author'][number], 'family' | 'given'>

/** The number of authors that a reference names before it says "et al". */
const NAMED = 6

const CASED = /[\p{Lu}\p{Ll}]/u
/** Names in these scripts have no space between their parts. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** The reference, as one line of plain text. Many pages cite the same work. */
export const vancouver = onceFor((work: CitedWork): string => {
  const [first, ...rest] = [work.title, sourceOf(work), publicationOf(work), pagesOf(work)]
  // A page of a website is listed under the website.
  const isPart = work.type === 'webpage' && work.containerTitle !== undefined
  const parts = isPart ? [...rest, first] : [first, ...rest]
  return [authorsOf(work), ...parts]
    .filter((part) => part !== undefined)
    .map((part) => ended(curled(part)))
    .join(' ')
})

function authorsOf({author}: CitedWork): string {
  const names = author.slice(0, NAMED).map(nameOf)
  return [...names, ...(author.length > NAMED ? ['et al'] : [])].join(', ')
}

/** The journal, book or website. */
function sourceOf({type, containerTitle, volume}: CitedWork): string | undefined {
  if (type === 'webpage') return containerTitle
  if (type === 'article-journal') return containerTitle?.replaceAll(/\.(?![\p{L}\d])/gu, '')
  const source = containerTitle ?? (volume === undefined ? undefined : labelled(volume))
  return type === 'chapter' && source !== undefined ? `In: ${source}` : source
}

/** A volume with its label, if it is a number. */
function labelled(volume: string): string {
  const [first, ...others] = volume.split(/[-–]/u)
  if (!/^\p{L}*\d[\p{L}\d/]*$/u.test(first ?? '')) return volume
  return `${others.length > 0 ? 'Vols.' : 'Vol.'} ${dashed(volume)}`
}

/** When, and by whom or where in the journal, a work was published. */
function publicationOf({type, issued, publisher, volume, issue, page}: CitedWork): string {
  if (type !== 'article-journal') {
    return publisher === undefined ? `${issued}` : `${publisher}; ${issued}`
  }
  const number = dashed(`${volume ?? ''}${issue === undefined ? '' : `(${issue})`}`)
  const places = [number, page === undefined ? '' : shortRanges(page)].filter(
    (place) => place !== '',
  )
  return [issued, ...(places.length > 0 ? [places.join(':')] : [])].join(';')
}

/** The pages in a work that is no journal. A whole book has none. */
function pagesOf({type, page}: CitedWork): string | undefined {
  if (page === undefined || type === 'article-journal' || type === 'book') return undefined
  return `p. ${shortRanges(page)}`
}

/** For example `321–8` for `321-328`. */
function shortRanges(pages: string): string {
  return pages
    .replace(/^pp?\. */u, '')
    .replace(
      /\b(\p{L}*)(\d+) ?[-–] ?\1(\d+)\b/gu,
      (_, letters: string, from: string, to: string) => {
        return `${letters}${from}–${shortEnd(from, to)}`
      },
    )
    .replace(/(?<=[\p{L}\d])-(?=[\p{L}\d])/gu, '–')
}

/** The last digits of a number, from the first that differs from another number of the same length. */
function shortEnd(from: string, to: string): string {
  if (from.length !== to.length || from === to) return to
  return to.slice([...to].findIndex((digit, place) => digit !== from[place]))
}

function dashed(numbers: string): string {
  return numbers.replace(/(?<=\d)-(?=\d)/gu, '–')
}

/** The family name and the initials. An organisation has no given name. */
function nameOf({family, given}: Name): string {
  if (given === undefined) return family
  // Scripts without capital letters have no initials.
  if (!CASED.test(given)) return UNSPACED.test(family) ? family + given : `${family} ${given}`
  const [names = '', ...suffixes] = given.split(/, */u)
  return [family, initialsOf(names, isInCapitals(family)), ...suffixes].join(' ')
}

/** The initials of given names, and the particles that follow them: `J van der` for `Jan van der`. */
function initialsOf(names: string, familyIsInCapitals: boolean): string {
  // Four capitals beside a family name in capitals are a name, such as JOHN.
  if (isInCapitals(names) && names.length <= (familyIsInCapitals ? 3 : 4)) return names
  const words = names.split(/\s+/u)
  const last = words.findLastIndex((word) => /\p{Lu}/u.test(word))
  const given = last < 0 ? words : words.slice(0, last + 1)
  const initials = given.flatMap((word) => word.split(/[-\u2010\u2011]|(?<=\.)/u)).map(initialOf)
  return [initials.join(''), ...words.slice(given.length)].join(' ')
}

/** An initial as it is abbreviated, such as `Yu.`, or the first letter of a name. */
function initialOf(name: string): string {
  if (name.endsWith('.')) return name.slice(0, -1)
  return /\p{L}\p{M}*/u.exec(name)?.[0].toUpperCase() ?? ''
}

function isInCapitals(name: string): boolean {
  return /^\p{Lu}{2,}$/u.test(name)
}

/** Puts a full stop at the end, before a closing quotation mark, unless there is another mark. */
function ended(part: string): string {
  if (/[.?!:;]”?$/u.test(part)) return part
  return part.endsWith('”') ? `${part.slice(0, -1)}.”` : `${part}.`
}

/** Typewriter quotation marks as those of print. */
function curled(part: string): string {
  return part.replace(/(?<![\p{L}\d])"([^"]+)"(?![\p{L}\d])/gu, '“$1”').replaceAll("'", '’')
}
