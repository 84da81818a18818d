// npm run generate: writes docs/licences.md from package-lock.json. It fails if a package that ships has
// a licence that is not allowed here.

import {readFileSync, writeFileSync} from 'node:fs'
import {z} from 'zod'
import {table} from './shared/table.ts'

/** The licences that a package may have, as SPDX names them, and what each asks of people who pass it on. */
const ALLOWED: Readonly<Record<string, string>> = {
  '0BSD': 'Nothing.',
  'Apache-2.0': 'Keep the notices, and mark files that you changed.',
  'BSD-2-Clause': 'Keep the notice.',
  'BSD-3-Clause': 'Keep the notice.',
  'BlueOak-1.0.0': 'Keep the licence or its address.',
  'CC-BY-4.0': 'Name the source.',
  'CC0-1.0': 'Nothing.',
  // The words of BSD-3-Clause, from the Eclipse Foundation.
  'EDL-1.0': 'Keep the notice.',
  ISC: 'Keep the notice.',
  'LGPL-3.0-or-later': 'Keep the notice, and let people exchange the library for another version.',
  MIT: 'Keep the notice.',
  'MIT-0': 'Nothing.',
  'MPL-2.0': 'Publish changes to its own files under the same licence.',
  // No licence, but the author's word that everyone may use it.
  'Public Domain': 'Nothing.',
  'OFL-1.1': 'Keep the notice, and do not sell the font by itself.',
  'Python-2.0': 'Keep the notice.',
}

/** The licences of packages that state them only in a file of their own. */
const STATED: Readonly<Record<string, string>> = {'md5-o-matic': 'MIT'}

interface Package {
  readonly name: string
  readonly version: string
  readonly licence: string
}

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().default(false),
    }),
  ),
})

/** The packages that `npm ci --omit=dev` installs on any system, each version once. */
function shippedPackages(): Package[] {
  const {packages} = lockFile.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))
  const shipped = new Map<string, Package>()
  for (const [path, {version = '', license, dev}] of Object.entries(packages)) {
    if (path === '' || dev) continue
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    shipped.set(`${name} ${version}`, {name, version, licence: STATED[name] ?? license ?? 'none'})
  }
  return [...shipped].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}

/** Whether one side of an OR, and both sides of an AND, are allowed. */
function isAllowed(licence: string): boolean {
  const choices = licence.replaceAll(/[()]/g, '').split(' OR ')
  return choices.some((choice) => choice.split(' AND ').every((id) => id in ALLOWED))
}

function isUnder(licence: string, id: string): boolean {
  return licence.split(/ (?:AND|OR) |[()]/).includes(id)
}

function page(shipped: readonly Package[]): string {
  const counts = Object.entries(ALLOWED).map(([id, asks]) => {
    return [id, asks, `${shipped.filter(({licence}) => isUnder(licence, id)).length}`]
  })
  const rows = shipped.map(({name, version, licence}) => [`\`${name}\``, version, licence])
  return `<!-- Made by \`npm run generate\` from package-lock.json: change scripts/licences.ts, not this file. -->
# Licences of what ships

Countersign itself is under the MIT licence. These are the packages that it needs to run, on any system.
Tools that only developers use are not among them. \`npm run check\` fails if one of the packages has a
licence that the first table does not list. A package with a choice of licences needs only one of them.

${table(['Licence', 'Asks of people who pass the package on', 'Packages'], counts)}

${table(['Package', 'Version', 'Licence'], rows)}
`
}

const shipped = shippedPackages()
const refused = shipped.filter(({licence}) => !isAllowed(licence))
for (const {name, version, licence} of refused) {
  console.error(
    `The licence of ${name} ${version} is not allowed: ${licence}. Replace the package, or allow the licence in scripts/licences.ts.`,
  )
}
if (refused.length > 0) process.exitCode = 1
else writeFileSync('docs/licences.md', page(shipped))
