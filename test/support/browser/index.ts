import { chromium, type Browser } from 'playwright-core'
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
