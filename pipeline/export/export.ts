// Exports a source as a release: gate, editorial rules, rendering, completion. Afterwards either a
// new release is current, or nothing has changed.

import {join} from 'node:path'
import {exists} from '../../disk/exists.ts'
import type {Settled} from '../../model/standing/settled.ts'
import type {Withheld} from '../../model/standing/withheld.ts'
import packageJson from '../../package.json' with {type: 'json'}
import {isOpen, type Finding} from '../../policy/finding.ts'
import type {ReportedSetting} from '../../policy/settings/format.ts'
import type {Channel} from '../../render/channels/channel.ts'
import {ApprovedBefore} from '../approved/before.ts'
import {gateAndJudge, type GatedAndJudged} from '../editorial/editorial.ts'
import {whyNoRelease} from '../editorial/no-release.ts'
import {diskFailure} from '../failure.ts'
import {lostAddresses} from '../gate/lost-addresses.ts'
import {picturesFolder} from '../gate/pictures.ts'
import type {Progress} from '../progress.ts'
import {changesBetween, type FileChange} from '../release/changes.ts'
import {EarlierTexts} from '../release/earlier-texts.ts'
import {lockExports} from '../release/lock.ts'
import type {Manifest} from '../release/manifest.ts'
import {
  complete,
  checkLink,
  CURRENT_LINK,
  DamagedFiles,
  discard,
  makeExportsFolder,
  plannedRelease,
  stage,
} from '../release/release.ts'
import {render} from '../render/render.ts'
import type {ContentSource} from '../source/source.ts'
import {recordOf, Store, STORE_FOLDER} from '../store/store.ts'
import {ExportSession, type Beginning} from './session.ts'

export interface ExportOptions {
  readonly source: ContentSource
  /** The exports folder. */
  readonly out: string
  readonly channels: readonly Channel[]
  /** The day of judgement: which reviews are due, and which dates lie in the future. YYYY-MM-DD, UTC. */
  readonly today: string
  /** Whether to forget earlier exports, and to make everything again. */
  readonly isFull?: boolean
  /** Whether to find out what the release would be, and not to make it. */
  readonly isRehearsal?: boolean
  readonly onProgress?: (progress: Progress) => void
  /** Called once if another export writes to the folder, and this one has to wait. */
  readonly onWait?: () => void
}

export interface ExportReport {
  /** The id of the release that is now current, or would be. */
  readonly release: string
  /** The id of the release that was current before, if there was one. */
  readonly before: string | undefined
  /** How many of its files were changed, added or removed since it was made, and are right again. */
  readonly mended: number
  /** Its folder. */
  readonly dir: string
  readonly read: number
  readonly settled: readonly Settled[]
  readonly withheld: readonly Withheld[]
  /** What people should look at: warnings, and the errors for which documents are withheld. */
  readonly warnings: readonly Finding[]
  /** Findings of the editorial rules that a writer answered. */
  readonly answered: readonly Finding[]
  /** The editorial rules that the library changes. */
  readonly settings: readonly ReportedSetting[]
  readonly files: number
  readonly bytes: number
  /** How the files differ from those of the release that was current before. */
  readonly changes: readonly FileChange[]
  /** The steps that were done. The others were done by earlier exports. */
  readonly done: readonly {readonly kind: string; readonly subject: string}[]
}

/**
 * Exports a source as a release. Exports to one folder wait for each other.
 *
 * @throws Failure if the content cannot be read, if there is none or no reviewer ever decided on it, if
 *   the site settings cannot be used, or if the release cannot be written. The current release then
 *   does not change.
 */
export async function exportRelease(options: ExportOptions): Promise<ExportReport> {
  using session = new ExportSession(options.out)
  return await exportIn(session, options)
}

/**
 * The same for one of several exports of a process to one folder. Those after the first are faster.
 *
 * @param session It holds what the exports before this one found out.
 * @throws Failure as `exportRelease` does.
 */
export async function exportIn(
  session: ExportSession,
  options: ExportOptions,
): Promise<ExportReport> {
  const {out, onWait = () => {}} = options
  makeExportsFolder(out)
  checkLink(out)
  using _lock = await lockExports(out, onWait)
  try {
    return await exportAlone(session, options)
  } catch (error) {
    if (!(error instanceof DamagedFiles) || options.isFull) throw error
    return await exportAlone(session, {...options, isFull: true})
  }
}

/** The same, while other exports to the folder wait. */
async function exportAlone(session: ExportSession, options: ExportOptions): Promise<ExportReport> {
  const {source, out, channels, isFull = false, isRehearsal = false, onProgress} = options
  const dir = stage(out)
  try {
    const known = session.begin({isFull, isRehearsal})
    const {before, steps} = known
    const {settled, withheld, warnings, answered, settings, read, approved, pictures, notes} =
      await passGate(options, {...known, dir})
    const {files, images, fresh} = await render({
      out,
      dir,
      steps,
      settled,
      channels,
      pictures,
      onProgress: (done, total) => onProgress?.({stage: 'render', done, total}),
    })
    discard(picturesFolder(dir))
    const texts = approved.map(({file}) => recordOf(file))
    const manifest = manifestOf(channels, settled, [...texts, ...files, ...images], source)
    const changes = changesBetween(before?.manifest, manifest)
    const done = doneIn(steps)
    if (isRehearsal) discard(dir)
    const planned = plannedRelease(out, manifest)
    const {release} = planned
    const unsynced = [...texts, ...images].map(({path}) => path)
    const mended = isRehearsal
      ? 0
      : await complete(out, dir, {...planned, fresh: [...unsynced, ...fresh], unsynced})
    if (!isRehearsal) {
      session.keep(release, notes)
      if (isFull) new Store(out).removeUnused()
    }
    return {
      release: release.id,
      before: before?.id,
      mended,
      dir: release.dir,
      read,
      settled,
      withheld,
      warnings,
      answered,
      settings,
      files: manifest.files.length,
      bytes: manifest.files.reduce((sum, {bytes}) => sum + bytes, 0),
      changes,
      done,
    }
  } catch (error) {
    discard(dir)
    // Without a release, no file is of use.
    if (!exists(join(out, CURRENT_LINK))) discard(join(out, STORE_FOLDER))
    throw diskFailure(error, `No release could be written to ${out}.`) ?? error
  }
}

function doneIn(steps: Beginning['steps']): ExportReport['done'] {
  const kinds: [kind: string, {readonly done: readonly string[]}][] = Object.entries(steps)
  return kinds.flatMap(([kind, {done}]) => done.toSorted().map((subject) => ({kind, subject})))
}

/** What readers get. Its text is written into the staged release. */
async function passGate(
  {source, out, today, onProgress}: ExportOptions,
  {dir, before, steps, notes}: Beginning & {readonly dir: string},
) {
  const previous = before && !source.hasHistory ? new EarlierTexts(before.dir) : undefined
  const store = new Store(out)
  using known =
    before && notes ? new ApprovedBefore(before.dir, {files: notes.approved, store}) : undefined
  const judged = await gateAndJudge(source, {
    dir,
    today,
    steps,
    decisions: notes?.decisions,
    store,
    before: known,
    previous,
    onProgress,
  })
  const {gated, waiting, withheld, held, findings, settings} = judged
  const failure = whyNoRelease(source, judged)
  if (failure) throw failure
  const unshown = unshownUploads(judged)
  const approved = judged.approved.without((id) => held.has(id) || unshown.has(id))
  const settled = judged.settled.map((one) => ({...one, place: judged.approved.placeOf(one.id)}))
  return {
    settled,
    withheld,
    warnings: [
      ...gated.findings,
      ...waiting,
      ...lostAddresses(before?.manifest.documents ?? [], settled),
      ...findings.filter(isOpen),
    ],
    answered: findings.filter((finding) => !isOpen(finding)),
    settings,
    read: gated.read,
    approved,
    pictures: judged.pictures,
    notes: {decisions: gated.decisions, approved},
  }
}

/** The ids of the images that no text of the release shows. No reviewer approved them. */
function unshownUploads({gated: {ungoverned, pictures}, held}: GatedAndJudged): Set<string> {
  const shown = new Set(
    pictures.shown.flatMap(({document, asset}) => (held.has(document) ? [] : asset)),
  )
  return new Set(
    ungoverned.flatMap(({id, type}) => (type === 'sanity.imageAsset' && !shown.has(id) ? id : [])),
  )
}

function manifestOf(
  channels: readonly Channel[],
  settled: readonly Settled[],
  files: Manifest['files'],
  {hasHistory}: ContentSource,
): Manifest {
  return {
    version: 1,
    generator: `${packageJson.name} ${packageJson.version}`,
    channels: channels.map(({name}) => name),
    authorship: hasHistory ? 'logged' : 'asserted',
    documents: settled.map(({id, type, state, slug, decision, signOff}) => ({
      id,
      type,
      revision: decision.revision,
      review: decision.id,
      reviewer: decision.reviewer,
      decidedAt: decision.decidedAt,
      state,
      slug,
      signOff: signOff?.requirements.map(({kind, people, field, words}) => ({
        kind,
        people,
        field,
        words: words.map((word) => ({
          review: word.id,
          reviewer: word.reviewer,
          decidedAt: word.decidedAt,
        })),
      })),
      urgent: signOff?.state === 'urgent' ? true : undefined,
    })),
    files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  }
}
