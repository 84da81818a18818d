// The render stage: reads only the approved content of a staged release, and writes the files of
// every channel into it. Pages do not depend on each other, so threads share a large library's pages.

import {readFileSync} from 'node:fs'
import type {Settled} from '../../model/standing/settled.ts'
import type {Channel} from '../../render/channels/channel.ts'
import {isPage} from '../../render/page/library.ts'
import {picturePath} from '../gate/pictures.ts'
import {writeInto, type FileRecord} from '../release/release.ts'
import {SharedWork, type OnProgress} from '../threads.ts'
import {renderShare} from './share.ts'

interface RenderOptions {
  /** The folder of the staged release, with the pictures that its pages show. */
  readonly dir: string
  readonly settled: readonly Settled[]
  readonly channels: readonly Channel[]
  /** Called for every page. */
  readonly onProgress: OnProgress
}

/**
 * Renders every approved page, and a notice for every page that is withdrawn or held.
 *
 * @returns The files that were written.
 */
export async function render(options: RenderOptions): Promise<FileRecord[]> {
  const {dir, settled, onProgress} = options
  const pages = settled.filter(isPage).flatMap(({place}) => place ?? [])
  await using work = new SharedWork({
    work: renderShare,
    helper: new URL('worker.ts', import.meta.url),
    expected: pages.length,
  })
  work.begin({dir, settled, channels: options.channels.map(({name}) => name)})
  work.add(pages)
  const rendered = await work.finish(onProgress)
  const files = rendered.flatMap((part) => part.files)
  const images = new Map(rendered.flatMap((part) => [...part.images]))
  for (const [path, image] of images) {
    files.push(writeInto(dir, path, readFileSync(picturePath(dir, image))))
  }
  return files
}
