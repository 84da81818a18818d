// References as PubMed saves them for reference managers (.nbib). Citation.js does not read this format.
// https://www.nlm.nih.gov/bsd/mms/medlineelements.html

/** Whether a text is in PubMed's format. */
export function isNbib(text: string): boolean {
  return /^PMID *- /m.test(text)
}

/** The works in a text in PubMed's format, as CSL-JSON. */
export function nbibWorks(text: string): object[] {
  return text
    .split(/^(?=PMID *- )/m)
    .map(fieldsIn)
    .filter((fields) => fields.has('PMID'))
    .map(workOf)
}

type Fields = ReadonlyMap<string, readonly string[]>

/** The values of each tag. A value continues in lines that begin with six spaces. */
function fieldsIn(record: string): Fields {
  const fields = new Map<string, string[]>()
  for (const line of record.replaceAll(/\r?\n {6}/g, ' ').split(/\r?\n/)) {
    const [, tag, value] = /^([A-Z]{2,4}) *- (.*)$/.exec(line) ?? []
    if (tag === undefined || value === undefined) continue
    fields.set(tag, [...(fields.get(tag) ?? []), value.trim()])
  }
  return fields
}

function workOf(fields: Fields): object {
  const first = (...tags: string[]) => tags.flatMap((tag) => fields.get(tag) ?? []).at(0)
  const isBook = first('PT') === 'Book' || first('BTI') !== undefined
  return {
    type: isBook ? 'book' : 'article-journal',
    title: first('TI', 'BTI'),
    author: [...namesIn(fields), ...(fields.get('CN') ?? []).map((literal) => ({literal}))],
    'container-title': first('JT', 'TA'),
    issued: {'date-parts': [[/\d{4}/.exec(first('DP') ?? '')?.[0]]]},
    volume: first('VI'),
    issue: first('IP'),
    page: first('PG'),
    publisher: first('PB'),
    DOI: [...(fields.get('LID') ?? []), ...(fields.get('AID') ?? [])]
      .find((id) => id.endsWith('[doi]'))
      ?.replace(/ *\[doi\]$/, ''),
    PMID: first('PMID'),
  }
}

/** `FAU` has full names, and `AU` only initials. Older records have no `FAU`. */
function namesIn(fields: Fields): object[] {
  return (fields.get('FAU') ?? fields.get('AU') ?? []).map((name) => {
    const [family, given, suffix] = name.includes(',') ? name.split(/, */) : splitInitials(name)
    return {family, given, suffix}
  })
}

/** For example `Rabago D`. */
function splitInitials(name: string): string[] {
  const [, family = name, given = ''] = /^(.+) (\p{Lu}+)$/u.exec(name) ?? []
  return [family, given]
}
