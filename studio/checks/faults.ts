// What the form itself asks for, once for each fault. Sanity's validation says of a field that is missing all that
// its value would have to be, and again of each part that it would have.

import type {Path, ValidationMarker} from 'sanity'

/** What Sanity says of a field without a value. */
const MISSING = new Set(['Required', 'Slug must have a value'])

/** The marks of a form without those that follow from a field that is missing. */
export function faultsAmong(marks: readonly ValidationMarker[]): ValidationMarker[] {
  const faults: ValidationMarker[] = []
  const missing = marks.filter(({message}) => MISSING.has(message))
  for (const mark of marks) {
    const first = missing.find(({path}) => isWithin(mark.path, path))
    if (first === undefined || first === mark) faults.push(mark)
  }
  return faults
}

function isWithin(path: Path, place: Path): boolean {
  return place.every((step, index) => JSON.stringify(step) === JSON.stringify(path[index]))
}
