// Checks whether a document fits the content model, and whether all its references lead to a document.
// Finds every problem, and tells for each where it is and what to do.

import {studioPath} from '@sanity/client/csm'
import type {z} from 'zod'
import {CIRCLE_HINT, circleFrom, circleProblem} from '../policy/evidence/supersession.ts'
import {shorten, type Finding, WHOLE} from '../policy/finding.ts'
import {integrityFindings} from '../policy/integrity.ts'
import {segment} from '../policy/references.ts'
import type {StoredDocument} from '../review/revision.ts'
import {explain, type Explanation} from './explain.ts'
import {model, type DocumentType} from './index.ts'
import type {Pointer} from './references.ts'

/**
 * Checks one document against the schema of its type, and against what holds for every document.
 *
 * @returns One finding for each problem. Empty if the document is valid.
 */
export function shapeFindings(document: StoredDocument, type: DocumentType): Finding[] {
  const {error} = model[type].schema.safeParse(document)
  const misfits = (error?.issues ?? [])
    .flatMap((issue) => flatten(issue))
    .map((issue): Finding => ({
      rule: ruleOf(issue),
      severity: 'error',
      document: document._id,
      type: document._type,
      path: pathIn(document, issue.path),
      ...explained(issue, document),
    }))
  return [...misfits, ...integrityFindings(document)]
}

/** The issue of a union holds the issues of its branches. Keeps those of the branch with the fewest. */
function flatten(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const closest = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? []
  return closest.flatMap((inner) => flatten({...inner, path: [...issue.path, ...inner.path]}))
}

function ruleOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_union' ? 'unknown-type' : 'schema'
}

/** A message has at most this many characters. */
const LONGEST_MESSAGE = 300

function explained(issue: z.core.$ZodIssue, document: StoredDocument): Explanation {
  const {message, hint} = explain(issue, valueAt(document, issue.path))
  return {message: shorten(message, LONGEST_MESSAGE), hint}
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Reflect.get(value, step)
  }
  return value
}

/** A Zod path in Sanity's notation, with the keys of array members instead of their positions. */
function pathIn(document: StoredDocument, path: readonly PropertyKey[]): string {
  const steps = path.map((step, depth) =>
    typeof step === 'number'
      ? segment(valueAt(document, path.slice(0, depth + 1)), step)
      : String(step),
  )
  return steps.length === 0 ? WHOLE : studioPath.toString(steps)
}

/** The field of a work that names the work which has superseded it. */
const NEWER = 'supersededBy'

/** The document that a reference is in. */
type Source = Pick<StoredDocument, '_id' | '_type'>

/** What the check of a reference depends on. */
export type Aim = Pick<Pointer, 'target' | 'to' | 'path' | 'weak'>

/**
 * Finds references that lead nowhere or to the wrong type, and works that supersede each other. Add every document
 * once. Memory stays small, because only references to documents that have not been added yet are kept.
 */
export class DatasetChecks {
  readonly #types = new Map<string, string>()
  readonly #open: {document: Source; pointer: Aim}[] = []
  readonly #newer = new Map<string, {readonly document: Source; readonly target: string}>()
  readonly #findings: Finding[] = []

  /** @param pointers The document's references, from `pointersIn`. */
  add(document: Source & {readonly status?: unknown}, pointers: readonly Aim[]): void {
    this.#types.set(document._id, document._type)
    for (const pointer of pointers) {
      if (pointer.weak) continue
      if (pointer.path === NEWER && document.status === 'superseded') {
        const {_id, _type} = document
        this.#newer.set(_id, {document: {_id, _type}, target: pointer.target})
      }
      if (this.#types.has(pointer.target)) this.#checkPointer(document, pointer)
      else {
        const {_id, _type} = document
        const {target, to, path, weak} = pointer
        this.#open.push({document: {_id, _type}, pointer: {target, to, path, weak}})
      }
    }
  }

  /** Whether a reference leads to an added document of an allowed type. */
  resolves({target, to}: Aim): boolean {
    const type = this.#types.get(target)
    return type !== undefined && to.includes(type)
  }

  /** All findings, once every document has been added. */
  findings(): Finding[] {
    for (const {document, pointer} of this.#open) this.#checkPointer(document, pointer)
    this.#open.length = 0
    for (const [id, {document}] of this.#newer) {
      const circle = circleFrom(id, (work) => this.#newer.get(work)?.target)
      if (circle.length === 0) continue
      const message = circleProblem(circle)
      this.#report('circular-reference', document, NEWER, {message, hint: CIRCLE_HINT})
    }
    return this.#findings
  }

  #checkPointer(document: Source, {target, to, path}: Aim): void {
    const type = this.#types.get(target)
    if (type === undefined) {
      const image = target.startsWith('image-')
      this.#report(image ? 'missing-asset' : 'dangling-reference', document, path, {
        message: `points at ${target}, which is not ${image ? 'an image' : 'a published document'} in this dataset`,
        hint: image
          ? 'Upload the image again and choose it here.'
          : 'Publish that document, or choose another.',
      })
    } else if (!to.includes(type)) {
      this.#report('wrong-reference', document, path, {
        message: `points at ${target}, which is a ${type}`,
        hint: `Choose a document of type ${to.join(' or ')}.`,
      })
    }
  }

  #report(rule: string, {_id, _type}: Source, path: string, text: Explanation): void {
    this.#findings.push({rule, severity: 'error', document: _id, type: _type, path, ...text})
  }
}
