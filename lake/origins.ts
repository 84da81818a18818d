// Which pages may use a lake: its own, and those of the origins that it was told of.
// https://www.sanity.io/docs/content-lake/browser-security-and-cors

/** The Studio's development server. */
export const studioOrigins = ['http://localhost:3333', 'http://127.0.0.1:3333']

/**
 * True if pages of this origin may use the lake.
 *
 * @param port the one that the lake was asked at: a page of that port is the lake's own, under
 *   whichever of this machine's names
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
