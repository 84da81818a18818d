// Which pages may use a lake: its own pages, and pages of the allowed origins.
// https://www.sanity.io/docs/content-lake/browser-security-and-cors

/** The Studio's development server. */
export const studioOrigins = ['http://localhost:3333', 'http://127.0.0.1:3333']

/**
 * True if pages of this origin may use the lake.
 *
 * @param port the port of the request: a page at that port is the lake's own, under any of this
 *   machine's names
 */
export function isAllowedOrigin(
  origin: string,
  {allowed, port}: {allowed: readonly string[]; port: string},
): boolean {
  if (allowed.includes(origin)) return true
  if (!URL.canParse(origin)) return false
  const {hostname, port: ownPort} = new URL(origin)
  return isLoopback(hostname) && ownPort === port
}

/** True for a name or address of this machine. */
export function isLoopback(name: string): boolean {
  return /^(?:127\.0\.0\.1|\[::1\]|(?:[^.]+\.)*localhost)$/.test(name)
}
