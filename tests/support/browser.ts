// Starts a headless Chromium for tests. On Linux it comes with the packages. On other systems,
// CHROME_PATH names an installed Chrome or Chromium.

import sparticuz from '@sparticuz/chromium'
import {chromium, type Browser} from 'playwright-core'

export async function launchBrowser(): Promise<Browser> {
  const executablePath = await browserPath()
  if (process.env.CHROME_PATH !== undefined) return chromium.launch({executablePath})
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--font-render-hinting=none',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
    ],
  })
}

/** Where the browser is. The first call on a machine unpacks it, which must not happen twice at the same time. */
export async function browserPath(): Promise<string> {
  const installed = process.env.CHROME_PATH
  if (installed !== undefined) return installed
  if (process.platform !== 'linux') {
    throw new Error('Set CHROME_PATH to an installed Chrome or Chromium to run the browser tests.')
  }
  // With this variable, the package unpacks its own libraries and uses them.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x'
  sparticuz.setGraphicsMode = false
  return sparticuz.executablePath()
}
