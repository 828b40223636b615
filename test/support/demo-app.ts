import type { Browser } from 'playwright-core'
import { openBrowser } from './browser/index.ts'
import { openDemoBook, type DemoOptions } from './demo-book.ts'
import { startApp, type RunningApp } from './running-app.ts'
import type { TestSystem } from './test-system.ts'

/** The demonstration's municipality, served. */
export interface DemoApp {
  test: TestSystem
  app: RunningApp
  close(): Promise<void>
}

export async function openDemoApp(options: DemoOptions = {}): Promise<DemoApp> {
  const test = await openDemoBook(options)
  const app = await startApp(test.system)
  return {
    test,
    app,
    close: async () => {
      await app.close()
      await test.close()
    },
  }
}

/** With a browser before it, as journeys need it. */
export async function openDemoInBrowser(
  options: DemoOptions = {},
): Promise<DemoApp & { browser: Browser }> {
  const demo = await openDemoApp(options)
  const browser = await openBrowser()
  return {
    ...demo,
    browser,
    close: async () => {
      await browser.close()
      await demo.close()
    },
  }
}
