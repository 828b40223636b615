import type { Page, Response } from 'playwright-core'
import { accessibilityProblems } from '../support/accessibility-problems.ts'
import { htmlProblems } from '../support/html-problems.ts'
import { BEYOND, CROWDED, FOCUS, lowerThan, MOVING } from './measures.ts'

/** 320 pixels are also what 1280 become at 400 %, and 256 what 1024 do. */
export const NARROW = { width: 320, height: 640 }
const ZOOMED = { width: 320, height: 256 }
const WIDE = { width: 1280, height: 900 }
const MOST_STOPS = 120
const FINGER = 44

interface Look {
  /** What the server sent. */
  answer: Response
  isPublic: boolean
  meant: readonly string[]
}

/** As first met: on a telephone, then by the keyboard alone, close up and in forced colours. */
export async function lookClosely(page: Page, look: Look): Promise<string[]> {
  const found = [...(await soundness(page, look)), ...(await fitting(page, look))]
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await page.setViewportSize(ZOOMED)
  found.push(...(await walkThrough(page)))
  await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' })
  return found
}

/** In another language: on a desk, then on a telephone. */
export async function lookAgain(page: Page, look: Look): Promise<string[]> {
  await page.setViewportSize(WIDE)
  const found = await soundness(page, look)
  await page.setViewportSize(NARROW)
  return [...found, ...(await fitting(page, look))]
}

/** With mistakes in it: said at once, and the focus where they are told. */
export async function lookAtMistakes(page: Page, look: Look): Promise<string[]> {
  const summary = page.locator('.govuk-error-summary')
  if ((await summary.count()) !== 1) return ['no summary of the mistakes']
  const [alerts, focused] = [
    await summary.locator('[role=alert]').count(),
    await page.evaluate<string>('document.activeElement.className'),
  ]
  return [
    ...(alerts === 1 ? [] : ['mistakes that nobody hears']),
    ...(focused.includes('error-summary')
      ? []
      : [`the focus at "${focused}", not at the mistakes`]),
    ...(await soundness(page, look)),
    ...(await fitting(page, look)),
  ]
}

/** What a script put on the page; its markup came from no server. */
export async function lookAtScreen(page: Page): Promise<string[]> {
  const found = await accessibilityProblems(page)
  const fits = await fitting(page, { isPublic: false })
  return [...found, ...fits]
}

async function soundness(page: Page, { answer, meant }: Look): Promise<string[]> {
  const unsound = await htmlProblems(await answer.text())
  return [
    ...unsound.filter((one) => !meant.some((rule) => one.startsWith(`${rule},`))),
    ...(await accessibilityProblems(page)),
  ]
}

async function fitting(page: Page, { isPublic }: Pick<Look, 'isPublic'>): Promise<string[]> {
  const beyond = await page.evaluate<string[]>(BEYOND)
  const moving = await page.evaluate<number>(MOVING)
  const crowded = await page.evaluate<string[]>(CROWDED)
  const low = isPublic ? await page.evaluate<string[]>(lowerThan(FINGER)) : []
  return [
    ...beyond.map((one) => `beyond the screen: ${one}`),
    ...(moving > 0 ? [`${moving} things move`] : []),
    ...crowded.map((one) => `crowded: ${one}`),
    ...low.map((one) => `low: ${one}`),
  ]
}

/** Every stop of the Tab key that is not seen, lies under something or comes out of turn. */
async function walkThrough(page: Page): Promise<string[]> {
  const bad: string[] = []
  await page.evaluate('scrollTo(0, 0)')
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate<{ name: string; faults: string[] } | null>(FOCUS)
    if (stop === null) return stops > 2 ? bad : [...bad, `only ${stops} stops of the keyboard`]
    bad.push(...stop.faults.map((fault) => `${fault}: ${stop.name}`))
  }
  return bad
}
