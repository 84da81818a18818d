// Readers must see which links are commercial.

import {onceFor} from '../../review/once.ts'
import {exampleText} from '../examples/text.ts'
import {flawOfWords, type ClinicRecord, type Context, type Flaw, type Rule} from '../rule.ts'
import {annotated} from '../text/marked.ts'
import {oneOf} from '../text/phrases.ts'

/** Parameters that tell a shop or an advertiser who sent the reader. */
const campaign = new RegExp(
  `^${oneOf(
    'ref|refid|aff|affid|aff_?\\w*id|tag',
    'utm_\\w+|affiliate\\w*|campaign\\w*|partner\\w*|promo\\w*|coupon\\w*|referral\\w*',
    'gclid|gbraid|wbraid|dclid|fbclid|msclkid|irclickid|clickid|cjevent|awc',
  )}$`,
  'i',
)

/** Shops and their addresses in several countries, and hosts that call themselves a shop. */
const shopHost = new RegExp(
  `(?:^|\\.)${oneOf(
    'amazon\\.(?:com|ca|de|fr|it|es|co\\.uk|co\\.jp|com\\.au)|amzn\\.to|ebay\\.(?:com|co\\.uk|de)',
    'etsy\\.com|walmart\\.com|aliexpress\\.com|iherb\\.com|myshopify\\.com',
  )}$|^(?:shop|store)\\.`,
  'i',
)

const SHOP_PATH = /\/(?:shop|store|cart|basket|checkout|buy)(?:\/|$)/i

function article(href: string, more: object = {}) {
  return {
    _id: 'article',
    _type: 'article',
    body: exampleText(['Read more', {mark: {_type: 'link', href, ...more}}]),
  }
}

const context: Partial<Context> = {
  clinics: [{id: 'clinic', name: 'Hillside Spine Clinic', website: 'https://hillside.example/'}],
}

export const commercialLink: Rule = {
  id: 'interests/commercial-link',
  title: 'Commercial links are marked',
  severity: 'warning',
  rationale:
    'A link to a clinic or a shop, or one with a campaign code in its address, looks like a link to any other source. Readers should see that money may change hands before they follow it.',
  sources: [
    {
      title: 'FTC: Guides Concerning the Use of Endorsements and Testimonials (16 CFR 255.5)',
      url: 'https://www.ecfr.gov/current/title-16/chapter-I/subchapter-B/part-255',
    },
    {
      title: 'Google Search Central: Qualify your outbound links',
      url: 'https://developers.google.com/search/docs/crawling-indexing/qualify-outbound-links',
    },
  ],
  examples: {
    passes: [
      {
        says: 'A link to MedlinePlus.',
        document: article('https://medlineplus.gov/backpain.html'),
        context,
      },
      {
        says: 'A link to a clinic that is marked as commercial.',
        document: article('https://hillside.example/prp', {commercial: true}),
        context,
      },
    ],
    fails: [
      {
        says: 'A link to a clinic that is not marked.',
        document: article('https://www.hillside.example/prp'),
        context,
      },
      {
        says: 'A link with a campaign code in its address.',
        document: article('https://news.example/back?utm_source=clinic'),
      },
    ],
  },
  *check({passages}, {clinics}) {
    for (const passage of passages) {
      for (const words of annotated(passage, 'link')) {
        const address = unmarkedAddress(words.definition)
        const said = address && whyCommercial(address, clinics)
        if (said) yield flawOfWords(passage, words, said)
      }
    }
  },
}

/** The address of a link that is not marked as commercial; undefined for other links. */
function unmarkedAddress(link: object): URL | undefined {
  if ('commercial' in link && link.commercial === true) return undefined
  if (!('href' in link && typeof link.href === 'string')) return undefined
  return URL.parse(link.href) ?? undefined
}

function whyCommercial(
  {hostname, pathname, searchParams}: URL,
  clinics: readonly ClinicRecord[],
): Pick<Flaw, 'message' | 'hint'> | undefined {
  const host = bare(hostname)
  const clinic = host === '' ? undefined : websites(clinics).get(host)
  if (clinic) {
    return {
      message: `leads to the website of a clinic, ${clinic.name}, and is not marked as commercial`,
      hint: 'Mark the link as commercial, or link to a source that sells nothing.',
    }
  }
  const parameter = [...searchParams.keys()].find((name) => campaign.test(name))
  if (parameter !== undefined) {
    return {
      message: `has “${parameter}” in its address, which tells an advertiser who sent the reader`,
      hint: `Remove “${parameter}” from the address, or mark the link as commercial.`,
    }
  }
  if (shopHost.test(host) || SHOP_PATH.test(pathname)) {
    return {
      message: 'leads to a shop, and is not marked as commercial',
      hint: 'Mark the link as commercial, or link to a source that sells nothing.',
    }
  }
  return undefined
}

function bare(host: string): string {
  return host.toLowerCase().replace(/^www\./, '')
}

/** Clinics by the host name of their website, without `www.`. */
const websites = onceFor(
  (clinics: readonly ClinicRecord[]) =>
    new Map(
      clinics.flatMap((clinic): [string, ClinicRecord][] => {
        const url = URL.parse(clinic.website ?? '')
        return url ? [[bare(url.hostname), clinic]] : []
      }),
    ),
)
