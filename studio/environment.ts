// Which lake the Studio works on: the embedded one that served it, or a hosted Sanity project that the
// environment named when the Studio was built.

import type {AuthConfig} from 'sanity'

interface StudioLake {
  readonly projectId: string
  readonly dataset: string
  readonly apiHost?: string
  readonly auth?: AuthConfig
}

/**
 * The embedded lake is asked at `localhost`, whatever name the Studio was opened by: a client puts
 * the project's name before it, and browsers look for `*.localhost` on this machine.
 */
function embeddedLake(): StudioLake {
  const port = typeof location === 'undefined' ? '' : location.port
  return {
    projectId: 'countersign',
    dataset: 'production',
    apiHost: process.env.SANITY_STUDIO_API_HOST || `http://localhost:${port}`,
    // Tokens, since cookies would not reach the other names of this machine.
    auth: {loginMethod: 'token', redirectOnSingle: true},
  }
}

/** `sanity build` puts values in place of these names, which must be written out for that. */
export function studioLake(): StudioLake {
  const projectId = process.env.SANITY_STUDIO_PROJECT_ID
  if (!projectId) return embeddedLake()
  return {projectId, dataset: process.env.SANITY_STUDIO_DATASET || 'production'}
}

/** The version of Sanity's API that the Studio's own requests are made for. */
export const API_VERSION = '2025-02-19'
