// Builds the Studio once before all tests, so that no two of them do it at the same time.

import {ensureStudio} from '../../scripts/shared/studio.ts'

export async function setup(): Promise<void> {
  await ensureStudio(() => {})
}
