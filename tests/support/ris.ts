// A made-up trial as reference managers export it.

interface Trial {
  readonly title: string
  readonly authors: readonly string[]
}

/** The trial in the format RIS. It has a DOI and a volume. */
export function risOf({title, authors}: Trial): string {
  return `TY  - JOUR
${authors.map((name) => `AU  - ${name}`).join('\n')}
TI  - ${title}
T2  - Journal of Pain Studies
PY  - 2013
VL  - 11
IS  - 3
SP  - 229
EP  - 237
DO  - 10.1234/jps.1504
ER  - `
}
