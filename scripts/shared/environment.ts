// Reads the hosted project and its token from the environment. No other file reads secrets, and no
// command prints them.

import {existsSync} from 'node:fs'
import {z} from 'zod'
import {Failure} from '../../pipeline/failure.ts'
import type {HostedProject} from '../../pipeline/source/source.ts'

const environment = z.object({
  // These are the names that `@sanity/client` accepts.
  SANITY_PROJECT_ID: z.string().regex(/^[-a-z0-9]+$/i),
  SANITY_DATASET: z
    .string()
    .regex(/^~?[a-z0-9][-\w]{0,63}$/)
    .default('production'),
  SANITY_API_TOKEN: z.string().min(1).optional(),
  SANITY_API_HOST: z.url().optional(),
})

/**
 * The hosted project that the environment or the file `.env` names.
 *
 * @throws Failure if it names none.
 */
export function hostedProject(): HostedProject {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const {data, error} = environment.safeParse(process.env)
  if (!data) {
    const names = [...new Set(error.issues.map(({path}) => path.join('.')))].join(', ')
    throw new Failure(
      `The environment does not name the Sanity project to read: ${names} is missing or wrong.`,
      'Set it in the environment or in .env. The file .env.example shows how.',
    )
  }
  return {
    projectId: data.SANITY_PROJECT_ID,
    dataset: data.SANITY_DATASET,
    token: data.SANITY_API_TOKEN,
    apiHost: data.SANITY_API_HOST,
  }
}
