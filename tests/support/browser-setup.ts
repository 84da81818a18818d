// Builds the Studio once before all browser tests, so that no two tests build it at the same time.

import {ensureStudio} from '../../scripts/shared/studio.ts'

export async function setup(): Promise<void> {
  await ensureStudio(() => {})
}
