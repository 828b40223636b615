import { chromium, type Browser, type BrowserContext } from 'playwright-core'
import { findMachineBrowser } from './machine-browser.ts'
import { unpackBrowser } from './npm-browser.ts'

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

/** A headless Chromium: the machine's own, else the one that the npm registry gave. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = findMachineBrowser() ?? (await unpackBrowser())
  return chromium.launch({
    executablePath,
    args: ARGUMENTS,
    env: { ...(process.env as Record<string, string>), ...env },
  })
}

/** The same with a memory of its own that outlives it, in a folder: a tablet that is switched off and on. */
export async function openTabletBrowser(
  profile: string,
  options: { viewport?: { width: number; height: number } } = {},
): Promise<BrowserContext> {
  const { executablePath, env } = findMachineBrowser() ?? (await unpackBrowser())
  return chromium.launchPersistentContext(profile, {
    executablePath,
    args: ARGUMENTS,
    env: { ...(process.env as Record<string, string>), ...env },
    locale: 'es-MX',
    ...options,
  })
}
