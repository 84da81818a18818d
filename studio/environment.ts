// Which lake the Studio works on: the embedded lake that serves it, or the hosted Sanity project that
// the environment named when the Studio was built.

import type {AuthConfig} from 'sanity'

interface StudioLake {
  readonly projectId: string
  readonly dataset: string
  readonly apiHost?: string
  readonly auth?: AuthConfig
}

/**
 * Requests go to `localhost`, even if the user opened another address of this machine. A client puts
 * the project's name before the host, and browsers resolve every `*.localhost` to this machine.
 */
function embeddedLake(): StudioLake {
  const port = typeof location === 'undefined' ? '' : location.port
  return {
    projectId: 'countersign',
    dataset: 'production',
    apiHost: process.env.SANITY_STUDIO_API_HOST || `http://localhost:${port}`,
    // A cookie would not reach the other names of this machine, so a token is used.
    auth: {loginMethod: 'token', redirectOnSingle: true},
  }
}

/** `sanity build` replaces these names by their values, so they must be written out in full. */
export function studioLake(): StudioLake {
  const projectId = process.env.SANITY_STUDIO_PROJECT_ID
  if (!projectId) return embeddedLake()
  return {projectId, dataset: process.env.SANITY_STUDIO_DATASET || 'production'}
}
