// The render stage: reads only the approved content of a staged release, and writes the files of
// every channel into it. Pages do not depend on each other, so threads share a large library's pages. Files of pages
// that would come out the same are taken from the store.

import {readFileSync} from 'node:fs'
import type {Settled} from '../../model/standing/settled.ts'
import type {Channel} from '../../render/channels/channel.ts'
import type {ImageUse} from '../../render/page/images.ts'
import {isPage} from '../../render/page/library.ts'
import {picturePath} from '../gate/pictures.ts'
import {writeInto, type FileRecord} from '../release/release.ts'
import {digester, type DigestOf} from '../steps/reads.ts'
import {inputDigest, type Kind, type Steps} from '../steps/steps.ts'
import {Store} from '../store/store.ts'
import {SharedWork, type OnProgress} from '../threads.ts'
import {
  pageStep,
  readLibrary,
  renderShare,
  siteStep,
  type KeptFiles,
  type PageToRender,
  type SiteToRender,
} from './share.ts'

interface RenderOptions {
  /** The exports folder. */
  readonly out: string
  /** The folder of the staged release, with the pictures that its pages show. */
  readonly dir: string
  readonly settled: readonly Settled[]
  readonly channels: readonly Channel[]
  /** What earlier exports rendered. */
  readonly steps: Steps
  /** Called for every page that is rendered. */
  readonly onProgress: OnProgress
}

/** The files of a release. */
interface RenderedFiles {
  readonly files: readonly FileRecord[]
  /** The paths of those that were written now. The others are on the disk already. */
  readonly fresh: readonly string[]
}

/** Renders every approved page, and a notice for every page that is withdrawn or held. */
export async function render(options: RenderOptions): Promise<RenderedFiles> {
  const {out, dir, settled, channels, steps, onProgress} = options
  const names = channels.map(({name}) => name)
  const library = await readLibrary(dir, settled)
  const known = new KnownFiles(
    options,
    digester((read) => library.answerTo(read)),
  )
  const pages = settled.filter(isPage).flatMap(({id, place, decision}): PageToRender[] => {
    const input = inputDigest(decision.revision, names)
    return place && !known.take(pageStep, id, input) ? [{id, input, place}] : []
  })
  const sites = names.flatMap((channel): SiteToRender[] => {
    const input = inputDigest(channel)
    return known.take(siteStep, channel, input) ? [] : [{channel, input}]
  })
  const made: KeptFiles[] = []
  if (pages.length > 0 || sites.length > 0) {
    await using work = new SharedWork({
      work: renderShare,
      helper: new URL('worker.ts', import.meta.url),
      expected: pages.length,
    })
    work.begin({out, dir, settled, channels: names, sites})
    work.add(pages)
    for (const part of await work.finish(onProgress)) {
      for (const [id, trace] of part.pages) {
        steps.keep(pageStep, id, trace)
        made.push(trace.result)
      }
      for (const [channel, trace] of part.sites) {
        steps.keep(siteStep, channel, trace)
        made.push(trace.result)
      }
    }
  }
  const written = made.flatMap(({files}) => files)
  const images = imagesOf([...known.taken, ...made]).map(([path, image]) =>
    writeInto(dir, path, readFileSync(picturePath(dir, image))),
  )
  return {
    files: [...known.taken.flatMap(({files}) => files), ...written, ...images].map(recordOf),
    fresh: [...written, ...images].map(({path}) => path),
  }
}

/** Every image once, although several pages show it. */
function imagesOf(all: readonly KeptFiles[]): [path: string, image: ImageUse][] {
  return [...new Map(all.flatMap(({images}) => images))]
}

/** What the manifest tells of a file. */
export function recordOf({path, bytes, sha256}: FileRecord): FileRecord {
  return {path, bytes, sha256}
}

/** Takes files that an earlier export made, as long as they would come out the same. */
class KnownFiles {
  readonly #options: RenderOptions
  readonly #digestOf: DigestOf
  readonly #store: Store
  readonly taken: KeptFiles[] = []

  constructor(options: RenderOptions, digestOf: DigestOf) {
    this.#options = options
    this.#digestOf = digestOf
    this.#store = new Store(options.out)
  }

  /** Whether it put the files of a step into the release. */
  take(kind: Kind<KeptFiles>, subject: string, input: string): boolean {
    const result = this.#options.steps.recall(kind, subject, input, this.#digestOf)
    if (!result || !this.#store.place(result.files, this.#options.dir)) return false
    this.taken.push(result)
    return true
  }
}
