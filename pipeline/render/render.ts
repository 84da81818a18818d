// The render stage: reads only the approved content of a staged release, and writes the files of
// every channel into it. Pages do not depend on each other, so threads share a large library's pages. Files of pages
// that would come out the same are taken from the store.

import {join} from 'node:path'
import type {Settled} from '../../model/standing/settled.ts'
import type {Channel} from '../../render/channels/channel.ts'
import {isPage} from '../../render/page/library.ts'
import {Failure} from '../failure.ts'
import type {Memory} from '../memory/memory.ts'
import type {FileRecord} from '../release/release.ts'
import {digester, type DigestOf} from '../steps/reads.ts'
import {inputDigest, StepsOf} from '../steps/steps.ts'
import {recordOf, Store, STORE_FOLDER, type KeptFile} from '../store/store.ts'
import {SharedWork, type OnProgress} from '../threads.ts'
import {
  readLibrary,
  renderShare,
  siteName,
  type KeptFiles,
  type PageToRender,
  type SiteToRender,
} from './share.ts'
import {siteParts} from './static-files.ts'

/** What rendering remembers. */
export interface RenderSteps {
  /** Rendering one page in all channels. */
  readonly page: StepsOf<KeptFiles>
  /** Rendering one part of the files that a channel has once. */
  readonly site: StepsOf<KeptFiles>
}

/** @param memory Without one, no step is known. */
export function renderSteps(memory: Memory | undefined): RenderSteps {
  return {page: new StepsOf('page', memory), site: new StepsOf('site', memory)}
}

interface RenderOptions {
  /** The exports folder. */
  readonly out: string
  /** The folder of the staged release. */
  readonly dir: string
  readonly settled: readonly Settled[]
  readonly channels: readonly Channel[]
  /** The pictures that pages show, by their path in a channel. */
  readonly pictures: ReadonlyMap<string, KeptFile>
  /** What earlier exports rendered. */
  readonly steps: RenderSteps
  /** Called for every page that is rendered. */
  readonly onProgress: OnProgress
}

/** The files of a release. */
interface RenderedFiles {
  /** Those of pages and channels. They are on the disk. */
  readonly files: readonly FileRecord[]
  readonly images: readonly FileRecord[]
  /** The paths of the files that were written now. */
  readonly fresh: readonly string[]
}

/** Renders every approved page, and a notice for every page that is withdrawn or held. */
export async function render(options: RenderOptions): Promise<RenderedFiles> {
  const {out, dir, settled, channels, pictures, steps, onProgress} = options
  const names = channels.map(({name}) => name)
  const library = await readLibrary(dir, settled)
  const digestOf = digester((read) => library.answerTo(read))
  const known = new KnownFiles(options, digestOf)
  const pages = settled.filter(isPage).flatMap(({id, place, decision}): PageToRender[] => {
    const input = inputDigest(decision.revision, names)
    return place && !known.take(steps.page, id, input) ? [{id, input, place}] : []
  })
  const sites = channels.flatMap((channel) =>
    siteParts(channel).flatMap(({name: part}): SiteToRender[] => {
      const site = {channel: channel.name, part, input: inputDigest(channel.name, part)}
      return known.take(steps.site, siteName(site), site.input) ? [] : [site]
    }),
  )
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
        steps.page.add(id, trace, digestOf)
        made.push(trace.result)
      }
      for (const [site, trace] of part.sites) {
        steps.site.add(siteName(site), trace, digestOf)
        made.push(trace.result)
      }
    }
  }
  const written = made.flatMap(({files}) => files)
  const images = imagesOf([...known.taken, ...made]).map(([path, picture]): KeptFile => {
    const file = pictures.get(picture)
    if (!file) throw new Error(`There is no picture for ${path}`)
    return {...file, path}
  })
  if (!new Store(out).place(images, dir)) {
    throw new Failure(
      `A picture in ${join(out, STORE_FOLDER)} was changed while the export used it.`,
      'Export again.',
    )
  }
  return {
    files: [...known.taken.flatMap(({files}) => files), ...written].map(recordOf),
    images: images.map(recordOf),
    fresh: written.map(({path}) => path),
  }
}

/** Every picture once, although several pages show it. */
function imagesOf(all: readonly KeptFiles[]): [path: string, picture: string][] {
  return [...new Map(all.flatMap(({images}) => images))]
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
  take(steps: StepsOf<KeptFiles>, subject: string, input: string): boolean {
    const step = steps.find(subject, input)
    if (!step || !steps.holds(step, this.#digestOf)) return false
    if (!this.#store.place(step.result.files, this.#options.dir)) return false
    steps.add(subject, step, this.#digestOf)
    this.taken.push(step.result)
    return true
  }
}
