import type { BookRules } from '../../administrations/index.ts'
import { localDate } from '../../platform/dates.ts'
import { translator } from '../../platform/i18n/index.ts'
import type { System } from '../../system.ts'
import { readFigures } from '../indicators/index.ts'
import { CHOSEN_INDICATORS } from './content/chosen-figures.ts'
import { figureBlocks, type ThreePeriods } from './content/figure-blocks.ts'
import { actionBlocks } from './content/read-actions.ts'
import { readCharts } from './content/read-charts.ts'
import { driverBlocks } from './content/read-drivers.ts'
import { themeBlocks } from './content/read-themes.ts'
import { voiceBlocks } from './content/read-voices.ts'
import { kindsOf, question, type Reading } from './content/reading.ts'
import { suggestTexts } from './content/suggest-texts.ts'
import { SECTIONS, type Edition, type ReportBlocks, type ReportContent } from './report.ts'
import type { TellOfActions } from './tell-of-actions.ts'
import { periodBefore, yearBefore, type ReportingPeriod } from './reporting-period.ts'

type Ground = Pick<System, 'db'>

/** Everything that a draft begins with: both editions, and texts that only say what the figures say. */
export async function readContent(
  system: Ground,
  book: BookRules,
  period: ReportingPeriod,
  { now, tellers = [] }: { now: Date; tellers?: readonly TellOfActions[] },
): Promise<ReportContent> {
  const { administration } = book
  const lang = administration.languages[0] ?? 'es'
  const t = translator(lang)
  const reading: Reading = {
    system,
    book,
    period,
    speech: { t, lang },
    today: localDate(now, administration.timeZone),
    tellers,
  }
  const inside = await readEdition(reading, 'inside')
  const everybody = await readEdition(reading, 'public')
  return {
    lang,
    administration: administration.name,
    period: period.code,
    countedAt: now.toISOString(),
    texts: suggestTexts(inside.periods, kindsOf(reading), reading.speech),
    blocks: { inside: inside.blocks, public: everybody.blocks },
    changes: { inside: [], public: [] },
  }
}

async function readEdition(
  reading: Reading,
  edition: Edition,
): Promise<{ blocks: ReportBlocks; periods: ThreePeriods }> {
  const { period } = reading
  const figuresOf = (asked: ReportingPeriod) =>
    readFigures(reading.system.db, {
      ...question(reading, edition, asked),
      indicators: CHOSEN_INDICATORS,
    })
  const periods: ThreePeriods = {
    now: await figuresOf(period),
    before: await figuresOf(periodBefore(period)),
    yearBefore: await figuresOf(yearBefore(period)),
  }
  const kinds = kindsOf(reading)
  const tables = figureBlocks(periods, kinds, reading.speech)
  const charts = await readCharts(reading, edition, periods)
  const beside: ReportBlocks = {
    satisfaction: await driverBlocks(reading, edition),
    voices: [...(await themeBlocks(reading, edition)), ...(await voiceBlocks(reading, edition))],
    actions: await actionBlocks(reading, edition),
  }
  const blocks = Object.fromEntries(
    SECTIONS.map((key) => [
      key,
      [...(tables.get(key) ?? []), ...(charts.get(key) ?? []), ...(beside[key] ?? [])],
    ]),
  )
  return { blocks, periods }
}
