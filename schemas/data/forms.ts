// The forms that short texts must have, and the messages for a text that does not fit. The Studio's
// forms, the pipeline's checks and the editorial rules all read them here.

/**
 * A form, and the words for a text that does not have it: the problem, which follows the name of the
 * field, and a hint.
 */
export interface Form {
  readonly pattern: RegExp
  readonly problem: string
  readonly hint: string
}

/** https://www.crossref.org/blog/dois-and-matching-regular-expressions/ */
export const doiForm: Form = {
  // A browser would leave out steps such as /../ in the address.
  pattern: /^10\.\d{4,9}(?:\.\d+)*\/(?!(?:.*\/)?\.{1,2}(?:\/|$))\S+$/,
  problem: 'is not a DOI',
  hint: 'Write it as 10.1234/abc, without https://doi.org/ before it.',
}

/** The DOI in its address, such as https://doi.org/10.1234/abc; any other text as it is. */
export function bareDoi(text: string): string {
  return text.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
}

export const pmidForm: Form = {
  pattern: /^[1-9]\d{0,8}$/,
  problem: 'is not a PMID',
  hint: 'Write only the number, as PubMed shows it.',
}

export const countryForm: Form = {
  pattern: /^[A-Z]{2}$/,
  problem: 'is not a country code',
  hint: 'Use the two capital letters of ISO 3166-1: US, GB.',
}

/**
 * The last part of a page's address. It is strict because it is also the name of a file in a release. Windows
 * keeps some names for devices, whatever their ending (Microsoft, "Naming files, paths, and namespaces").
 */
export const addressForm: Form = {
  pattern: /^(?!(?:con|prn|aux|nul|com\d|lpt\d)$)[a-z0-9]+(?:-[a-z0-9]+)*$/,
  problem: 'is not a valid address',
  hint: 'Use lower-case letters, digits and single hyphens only, and no name of a device in Windows, such as con or aux.',
}

export const revisionForm: Form = {
  pattern: /^[0-9a-f]{64}$/,
  problem: 'is not a revision digest',
  hint: 'Make the decision in the Studio, which computes the digest.',
}

/** URL schemes that a link in a text may use. Others could run code or mislead a reader. */
export const linkSchemes = ['https', 'http', 'mailto', 'tel'] as const

/** Pages make a link of a clinic's telephone number. */
export const phoneForm: Form = {
  pattern: /\d/,
  problem: 'is not a telephone number',
  hint: 'Write the number with its country code, or leave the field empty.',
}

/** A time of day on a clock of 24 hours. */
export const timeForm: Form = {
  pattern: /^(?:[01]\d|2[0-3]):[0-5]\d$/,
  problem: 'is not a time of day',
  hint: 'Use four digits on a clock of 24 hours: 09:00, 17:30.',
}

const MAILBOX = String.raw`(?:(?!%0[ad])[^\s?@,])+`
const MAILBOXES = `${MAILBOX}@${MAILBOX}(?:,${MAILBOX}@${MAILBOX})*`

/** A link in a text. An email or telephone link needs an address or a number (RFC 6068, RFC 3966). */
export const linkForm: Form = {
  pattern: new RegExp(
    String.raw`^(?!\s*mailto:(?!${MAILBOXES}(?:\?|$)))(?!\s*tel:[^\d?]*(?:\?|$))`,
    'i',
  ),
  problem: 'leads nowhere',
  hint: 'Write the email address after mailto:, or the number after tel:.',
}

/** URL schemes of a web page. */
export const webSchemes = ['https', 'http'] as const

/** The URL scheme of the library's own website. */
export const siteSchemes = ['https'] as const

/**
 * An address to which readers' answers go. Plain http is for a server on the same computer. The address becomes
 * part of a security policy, which knows this computer by these names only.
 */
export const answersForm: Form = {
  pattern:
    /^(?:https:\/\/(?:[a-z0-9-]+\.)*[a-z0-9-]+|http:\/\/(?:127\.0\.0\.1|(?:[a-z0-9-]+\.)*localhost))(?::\d{1,5})?(?:\/[\w.~!$&'()*+=:@%/-]*)?(?:\?[\w.~!$&'()*+=:@%/?-]*)?$/,
  problem: 'is not an address that a form can send to',
  hint: 'Use a full https:// address in small letters, or http://localhost for a server on this computer.',
}
