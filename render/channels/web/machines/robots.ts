// robots.txt (RFC 9309). It allows everything, and names the sitemap if there is one.

import type {Library} from '../../../page/library.ts'
import type {ChannelFile} from '../../channel.ts'
import {publicAddress} from '../context.ts'
import {SITEMAP} from './sitemap.ts'

export function robotsFile({settings}: Library): ChannelFile {
  const sitemap = publicAddress(SITEMAP, settings)
  const lines = [
    'User-agent: *',
    'Allow: /',
    ...(sitemap === undefined ? [] : ['', `Sitemap: ${sitemap}`]),
  ]
  return {path: 'robots.txt', content: lines.map((line) => `${line}\n`).join('')}
}
