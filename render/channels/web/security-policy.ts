// What a page may load, run and send, as its Content Security Policy.

/** A script of this project in a page. It is one of the bundled scripts, so it holds nothing that an editor typed. */
interface ClientScript {
  /** It does not contain `</script`. */
  readonly code: string
  /** The SHA-256 of the code in Base64. */
  readonly digest: string
}

/** What a page does besides showing text and pictures. */
export interface PageNeeds {
  readonly scripts?: readonly ClientScript[]
  /** Whether its scripts read files of the site. */
  readonly readsFiles?: boolean
  /** The address to which its form sends answers. Without one, it can send a form to the site itself only if `hasForm`. */
  readonly sendsTo?: string | undefined
  /** Whether it has a form that leads to another page of the site. */
  readonly hasForm?: boolean
}

/**
 * The policy of a page, as the Content Security Policy Level 3 writes it. Nothing that an editor typed may run or load
 * from another server. A script runs only if its digest is listed. The data block for search engines is not a script.
 */
export function securityPolicy({
  scripts = [],
  readsFiles = false,
  sendsTo,
  hasForm = false,
}: PageNeeds): string {
  const forms = [...(hasForm ? ["'self'"] : []), ...(sendsTo === undefined ? [] : [sendsTo])]
  const directives = [
    ['default-src', "'none'"],
    ['img-src', "'self'"],
    ['style-src', "'self'"],
    ['font-src', "'self'"],
    ...(scripts.length > 0
      ? [['script-src', ...scripts.map(({digest}) => `'sha256-${digest}'`)]]
      : []),
    ...(readsFiles ? [['connect-src', "'self'"]] : []),
    ['base-uri', "'none'"],
    ['form-action', ...(forms.length > 0 ? forms : ["'none'"])],
  ]
  return directives.map((parts) => parts.join(' ')).join('; ')
}
