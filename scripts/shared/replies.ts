// The words for readers who answered "Was this helpful?", in the language of their page.

import type {SanityClient} from '@sanity/client'
import type {Replies} from '../../lake/index.ts'
import {SITE_SETTINGS, settingsOf, type SiteSettings} from '../../model/site-settings.ts'
import {fill} from '../../render/page/fill.ts'
import {storedDocument} from '../../review/revision.ts'
import {interfaceWords} from '../../schemas/data/interface-words.ts'
import {directionOf, FALLBACK_LANGUAGE} from '../../schemas/data/languages.ts'

/** @param client Reads the published site settings. */
export function repliesFor(client: SanityClient): Replies {
  return async (outcome, {language, referrer}) => {
    const settings = await readSettings(client)
    const asked = language ?? settings?.language ?? FALLBACK_LANGUAGE
    const words = interfaceWords(asked)
    // A language without words of its own has English ones.
    const spoken = words === interfaceWords(FALLBACK_LANGUAGE) ? FALLBACK_LANGUAGE : asked
    const {answered, site} = words
    const address = wayBack(referrer, settings?.url)
    return {
      language: spoken,
      direction: directionOf(spoken),
      title: answered[outcome],
      text: answered[`${outcome}Text`],
      back:
        address === undefined
          ? undefined
          : {label: fill(answered.back, {site: settings?.title ?? site.name}), address},
    }
  }
}

async function readSettings(client: SanityClient): Promise<SiteSettings | undefined> {
  const document = storedDocument.optional().parse(await client.getDocument(SITE_SETTINGS))
  return document && settingsOf(document)
}

/** The page that a reader came from, if it is on the site. Browsers often name only the host of the site. */
function wayBack(referrer: string | undefined, site: string | undefined): string | undefined {
  if (referrer === undefined || site === undefined || !URL.canParse(referrer)) return undefined
  const from = new URL(referrer)
  const home = new URL(`${site.replace(/\/$/, '')}/`)
  if (from.origin !== home.origin) return undefined
  return from.href.startsWith(home.href) ? from.href : home.href
}
