// The bounds of fields are in schemas/data/limits.ts, where forms and Zod schemas share them. A number
// that only one of the two has would let them differ.

import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'

const LIMITS = 'schemas/data/limits.ts'

/** A bound that is a number in the code. */
const LITERAL = /\.(?:min|max|length|gt|gte|lt|lte|lessThan|greaterThan)\(-?[\d_.]+\)/g

/** The numbers that may be in the code, in any file or in one, each with the reason. */
const allowed: Readonly<Record<string, string>> = {
  '.min(1)': 'not empty',
  'model/clinic.ts .min(-90)': 'a latitude',
  'model/clinic.ts .max(90)': 'a latitude',
  'model/clinic.ts .min(-180)': 'a longitude',
  'model/clinic.ts .max(180)': 'a longitude',
  'model/health-text.ts .max(1)': 'a fraction of an image',
  'model/health-text.ts .max(6)': 'how deep lists may be nested, which no form asks for',
}

const files = ['model', 'schemas'].flatMap((folder) =>
  readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(folder, path)),
)

test(`${LIMITS} has every bound of a field`, () => {
  const literals = files.flatMap((path) =>
    Array.from(readFileSync(path, 'utf8').matchAll(LITERAL), ([code]) => ({path, code})),
  )
  const elsewhere = literals.filter(
    ({path, code}) => !(code in allowed) && !(`${path} ${code}` in allowed),
  )
  expect(elsewhere).toEqual([])
})
