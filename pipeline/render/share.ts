// What one thread does: it renders pages of a release.

import {join} from 'node:path'
import {Syncing} from '../../disk/durable.ts'
import type {Settled, TextPlace} from '../../model/standing/settled.ts'
import type {RenderedPage, SitePart} from '../../render/channels/channel.ts'
import {channels} from '../../render/channels/index.ts'
import {imageFiles} from '../../render/page/images.ts'
import {Library} from '../../render/page/library.ts'
import {assemblePage, pageDocument} from '../../render/page/page.ts'
import type {ChannelName} from '../../schemas/data/channels.ts'
import {ApprovedReader, documentsBesideArticles} from '../release/approved.ts'
import {writeInto} from '../release/release.ts'
import {digester, Reads} from '../steps/reads.ts'
import {traceOf, type Trace} from '../steps/steps.ts'
import {Store, type KeptFile} from '../store/store.ts'
import type {Share} from '../threads.ts'
import {siteParts} from './static-files.ts'

/** What a thread needs to know. It must be plain data. */
interface Rendering {
  /** The exports folder, and that of the staged release. */
  readonly out: string
  readonly dir: string
  readonly settled: readonly Settled[]
  /** The names of the channels. */
  readonly channels: readonly string[]
  /** The files that channels have once and that are made. */
  readonly sites: readonly SiteToRender[]
}

/** A page to render. */
export interface PageToRender {
  readonly id: string
  /** The digest of what its step is given. */
  readonly input: string
  /** Where its document is in the approved content. */
  readonly place: TextPlace
}

/** A part of a channel to render: files that the channel has once. */
export interface SiteToRender {
  readonly channel: ChannelName
  /** The name of the part. */
  readonly part: string
  readonly input: string
}

/** The files of a page or of a part of a channel, and the pictures that they show. */
export interface KeptFiles {
  readonly files: readonly KeptFile[]
  /** The path of each picture in the release, and in its channel. */
  readonly images: readonly (readonly [path: string, picture: string])[]
}

/** The steps that one thread did. */
interface Rendered {
  readonly pages: readonly (readonly [id: string, trace: Trace<KeptFiles>])[]
  readonly sites: readonly (readonly [site: SiteToRender, trace: Trace<KeptFiles>])[]
}

/** Renders pages, and has their files on the disk at the end. The first thread also writes the files that a channel has once. */
export async function renderShare(
  {out, dir, settled, channels: names, sites}: Rendering,
  {isFirst, items}: Share<PageToRender>,
): Promise<Rendered> {
  const wanted = channels.filter(({name}) => names.includes(name))
  const library = await readLibrary(dir, settled)
  const digestOf = digester((read) => library.answerTo(read))
  const store = new Store(out)

  const write = (channel: ChannelName, {files, images}: RenderedPage): KeptFiles => ({
    files: files.map(({path, content}) => {
      const file = writeInto(dir, `${channel}/${path}`, content)
      return store.adopt(join(dir, file.path), file)
    }),
    images: images.flatMap(imageFiles).map((picture) => [`${channel}/${picture}`, picture]),
  })

  /** Makes files with a library that notes what they show of it. */
  const trace = (input: string, work: (library: Library) => KeptFiles[]): Trace<KeptFiles> => {
    const reads = new Reads()
    const made = work(library.observed(reads.note))
    const result = {
      files: made.flatMap(({files}) => files),
      images: made.flatMap(({images}) => images),
    }
    return traceOf(result, {input, reads, digestOf})
  }

  // The disk works while this thread renders the next pages.
  await using syncing = new Syncing()
  const sync = async ({result: {files}}: Trace<KeptFiles>): Promise<void> => {
    for (const {path} of files) await syncing.add(join(dir, path))
  }

  using reader = new ApprovedReader(dir)
  const pages: [string, Trace<KeptFiles>][] = []
  for await (const {id, input, place} of items) {
    const document = pageDocument(reader.read(place))
    const page = trace(input, (observed) => {
      const pageIn = assemblePage(document, observed)
      return wanted.map((channel) =>
        write(channel.name, channel.renderPage(pageIn(channel.name), observed)),
      )
    })
    pages.push([id, page])
    await sync(page)
  }
  const parts = new Map(
    wanted.flatMap((channel) =>
      siteParts(channel).map((part): [string, SitePart] => [
        siteName({channel: channel.name, part: part.name}),
        part,
      ]),
    ),
  )
  const siteOf = (site: SiteToRender): [SiteToRender, Trace<KeptFiles>][] => {
    const part = parts.get(siteName(site))
    if (!part) return []
    return [[site, trace(site.input, (observed) => [write(site.channel, part.render(observed))])]]
  }
  const made = isFirst ? sites.flatMap(siteOf) : []
  for (const [, site] of made) await sync(site)
  await syncing.finish()
  return {pages, sites: made}
}

/** The name of a part among those of all channels. */
export function siteName({channel, part}: Pick<SiteToRender, 'channel' | 'part'>): string {
  return `${channel}/${part}`
}

/** Reads what pages may show besides their own documents. */
export async function readLibrary(dir: string, settled: readonly Settled[]): Promise<Library> {
  return Library.of(settled, await documentsBesideArticles(dir))
}
