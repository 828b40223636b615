import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../../test/support/browser/index.ts'
import { startProgram } from '../../test/support/program.ts'

const LINE = { offline: false, latency: 400, downloadThroughput: 32_000, uploadThroughput: 32_000 }

const PAGES = [
  '/',
  '/demo',
  '/demo/nuevo',
  '/demo/privacidad',
  '/demo/accesibilidad',
  '/demo/denuncia',
  '/seguimiento',
  '/personal/entrar',
]

/** When each public page can be read and used by who comes for the first time, over 256 kbit/s and 400 ms. */
export async function benchSlowNetwork(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'libro-abierto-bench-'))
  const program = startProgram(dataDir)
  const browser = await openBrowser()
  try {
    const { url } = await program.ready()
    for (const path of PAGES) {
      const { status, bytes, read, used } = await visit(browser, url + path)
      const figures = `read after ${read.toFixed(1)} s, usable after ${used.toFixed(1)} s`
      process.stdout.write(`${path}: ${status}, ${(bytes / 1000).toFixed(1)} kB, ${figures}\n`)
    }
  } finally {
    await browser.close()
    program.kill('SIGTERM')
    await program.ended()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** With a browser that has nothing kept. Usable: everything that the page needs has come and was run. */
async function visit(browser: Browser, address: string) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  try {
    const page = await context.newPage()
    const line = await context.newCDPSession(page)
    let bytes = 0
    line.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    await line.send('Network.enable')
    await line.send('Network.emulateNetworkConditions', LINE)
    const response = await page.goto(address, { waitUntil: 'load', timeout: 120_000 })
    const [read, used] = await page.evaluate<[number, number]>(`new Promise((tell) => {
      new PerformanceObserver((list) => {
        const [load] = performance.getEntriesByType('navigation')
        const [paint] = list.getEntriesByName('first-contentful-paint')
        if (paint) tell([paint.startTime, load.loadEventStart])
      }).observe({ type: 'paint', buffered: true })
    })`)
    return { status: response?.status() ?? 0, bytes, read: read / 1000, used: used / 1000 }
  } finally {
    await context.close()
  }
}
