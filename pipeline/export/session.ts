// What an export knows of those before it: the steps that they did, and what the gate kept. A process that exports again
// and again keeps it, so that it need not read all of it from the memory each time.

import {randomUUID} from 'node:crypto'
import {join} from 'node:path'
import {z} from 'zod'
import {approvedFiles} from '../approved/before.ts'
import {judgingSteps, type JudgingSteps} from '../editorial/editorial.ts'
import type {KnownDecisions} from '../gate/decisions.ts'
import {forget, usableMemory, type Memory} from '../memory/memory.ts'
import type {Release} from '../release/deviations.ts'
import {CURRENT_LINK, currentRelease, readRelease} from '../release/release.ts'
import {renderSteps, type RenderSteps} from '../render/render.ts'

/** The name of the note that tells which export wrote the steps. */
const WRITER_NOTE = 'writer'
const writerNote = z.object({id: z.string()})

/** The name of what the gate keeps for the next export, and its shape. */
const GATE_NOTE = 'gate'
const gateNotes = z.object({
  release: z.string(),
  decisions: z.custom<KnownDecisions>(),
  approved: approvedFiles,
})

type GateNotes = z.output<typeof gateNotes>

/** All kinds of steps, by name. */
type ExportSteps = JudgingSteps & RenderSteps

/** What an export finds when it begins. */
export interface Beginning {
  /** The release that is current. */
  readonly before: Release | undefined
  readonly steps: ExportSteps
  /** What the gate kept when it made this release. */
  readonly notes: GateNotes | undefined
}

/** Exports to one folder, one after the other. */
export class ExportSession implements Disposable {
  readonly #out: string
  #memory: Memory | undefined
  /** The last export of this session, as the memory calls it. */
  #writer: string | undefined
  #steps: ExportSteps | undefined
  #notes: GateNotes | undefined
  #release: Release | undefined

  /** @param out The exports folder. */
  constructor(out: string) {
    this.#out = out
  }

  /**
   * Begins an export. Call it while other exports wait.
   *
   * @param isFull Whether to know nothing.
   * @param isRehearsal Whether the memory stays as it is.
   * @throws Failure if the manifest of the current release cannot be read, unless the export is full.
   */
  begin({
    isFull,
    isRehearsal,
  }: {
    readonly isFull: boolean
    readonly isRehearsal: boolean
  }): Beginning {
    if (isFull && isRehearsal) {
      const nothing = {...judgingSteps(undefined), ...renderSteps(undefined)}
      return {before: usableRelease(this.#out), steps: nothing, notes: undefined}
    }
    if (isFull) {
      this[Symbol.dispose]()
      forget(this.#out)
    }
    // An export without a memory makes everything again.
    this.#memory ??= usableMemory(this.#out)
    // Another process may have exported meanwhile.
    if (this.#writerInMemory() !== this.#writer) this.#steps = undefined
    if (!this.#steps) {
      this.#steps = {...judgingSteps(this.#memory), ...renderSteps(this.#memory)}
      this.#notes = gateNotes.safeParse(this.#memory?.recall(GATE_NOTE)).data
    }
    for (const kind of Object.values(this.#steps)) kind.begin()
    const before = isFull ? usableRelease(this.#out) : currentRelease(this.#out, this.#release)
    this.#release = before
    const notes = before && this.#notes?.release === before.id ? this.#notes : undefined
    return {before, steps: this.#steps, notes}
  }

  /**
   * Keeps what an export knows for the next one. The release is current, whether it can be remembered or not.
   *
   * @param release The one that is current now.
   */
  keep(release: Release, notes: Omit<GateNotes, 'release'>): void {
    for (const kind of Object.values(this.#steps ?? {})) kind.keep()
    this.#notes = {...notes, release: release.id}
    this.#release = release
    this.#writer = randomUUID()
    this.#memory?.keep(GATE_NOTE, this.#notes)
    this.#memory?.keep(WRITER_NOTE, {id: this.#writer})
    try {
      this.#memory?.save()
    } catch {
      // The next export in another process makes everything again.
    }
  }

  [Symbol.dispose](): void {
    this.#memory?.[Symbol.dispose]()
    this.#memory = undefined
    this.#steps = undefined
    this.#writer = undefined
  }

  #writerInMemory(): string | undefined {
    return writerNote.safeParse(this.#memory?.recall(WRITER_NOTE)).data?.id
  }
}

/** The current release; undefined if there is none, or if its manifest is damaged. */
function usableRelease(out: string): Release | undefined {
  const release = readRelease(join(out, CURRENT_LINK))
  return 'problem' in release ? undefined : release
}
