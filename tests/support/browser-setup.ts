// Builds the Studio and unpacks the browser once before all browser tests, so that no two tests do it at the same
// time.

import {ensureStudio} from '../../scripts/shared/studio.ts'
import {browserPath} from './browser.ts'

export async function setup(): Promise<void> {
  await Promise.all([ensureStudio(() => {}), browserPath()])
}
