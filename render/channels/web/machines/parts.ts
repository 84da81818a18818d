// The files for machines, each a part of the channel of its own: what reads less is made again less often.

import {sitePart, type SitePart} from '../../channel.ts'
import {feedFiles} from './changes.ts'
import {goneFile} from './gone.ts'
import {llmsFiles} from './llms.ts'
import {notFoundFile} from './not-found.ts'
import {robotsFile} from './robots.ts'
import {sitemapFiles} from './sitemap.ts'

export const machineParts: readonly SitePart[] = [
  sitePart('sitemap', sitemapFiles),
  sitePart('changes', feedFiles),
  sitePart('robots', (library) => [robotsFile(library)]),
  sitePart('llms', llmsFiles),
  sitePart('gone', (library) => [goneFile(library)]),
  sitePart('notFound', (library) => [notFoundFile(library)]),
]
