import { formatNumber } from '../../../platform/i18n/index.ts'
import { isFew, SMALLEST_CELL, SMALLEST_PUBLIC_CELL } from '../../../statistics/index.ts'
import {
  DRIVERS,
  lastDayOf,
  listCampaigns,
  readResults,
  type Campaign,
} from '../../../surveys/index.ts'
import { readFigures, type Figure } from '../../indicators/index.ts'
import type { Edition, ReportBlock } from '../report.ts'
import { quadrantOf, type Placed } from './quadrant.ts'
import { question, type Reading } from './reading.ts'
import { sayFigure, sayInterval } from './say-figure.ts'

/** Satisfaction by driver, importance against score; and how many answered, with what that leaves out. */
export async function driverBlocks(reading: Reading, edition: Edition): Promise<ReportBlock[]> {
  const figures = await readFigures(reading.system.db, {
    ...question(reading, edition, reading.period),
    indicators: ['Q25', 'Q28'],
  })
  const drivers = DRIVERS.map((driver) => driverOf(figures, driver)).filter(
    ({ score }) => score?.value !== null && score?.value !== undefined,
  )
  if (drivers.length === 0) return []
  return [driverTable(drivers, reading), ...(await rateBlocks(reading, edition))]
}

interface DriverFigures {
  driver: string
  score: Figure | undefined
  mean: Figure | undefined
  importance: Figure | undefined
}

function driverOf(figures: readonly Figure[], driver: string): DriverFigures {
  const pick = (measure: string) =>
    figures.find((figure) => figure.member === driver && figure.measure === measure)
  return {
    driver,
    score: pick('satisfied'),
    mean: pick('mean'),
    importance: pick('rank_correlation'),
  }
}

function driverTable(drivers: readonly DriverFigures[], { speech }: Reading): ReportBlock {
  const { t, lang } = speech
  const placed: Placed[] = drivers.map(({ score, importance }) => ({
    score: score?.value ?? null,
    importance: importance?.value ?? null,
  }))
  const column = (name: string) => t(`analysis-reports.drivers.column.${name}`)
  return {
    type: 'table',
    title: t('analysis-reports.drivers.title'),
    head: ['driver', 'score', 'interval', 'mean', 'importance', 'n', 'reading'].map(column),
    rows: drivers.map(({ driver, score, mean, importance }, at) => [
      t(`analysis-reports.drivers.name.${driver}`),
      sayFigure(score, 'percent', speech),
      score ? sayInterval(score, 'percent', speech) : '',
      sayFigure(mean, 'score', speech),
      importance?.value == null
        ? t('analysis-reports.drivers.too_few')
        : formatNumber(importance.value, lang, 2),
      formatNumber(score?.n ?? 0, lang),
      t(`analysis-reports.drivers.reading.${quadrantOf(placed, at)}`),
    ]),
    note: t('analysis-reports.drivers.note'),
  }
}

/** Of each campaign that asked in the period. */
async function rateBlocks(reading: Reading, edition: Edition): Promise<ReportBlock[]> {
  const { system, book, period } = reading
  const campaigns = await listCampaigns(system.db, book.administration.administrationId)
  const asked = campaigns.filter(
    (campaign) => campaign.startsOn <= period.until && lastDayOf(campaign) >= period.from,
  )
  const notes = await Promise.all(asked.map((campaign) => rateNote(reading, campaign, edition)))
  return notes.filter((note) => note !== null)
}

const LOW_RATE = 0.3
const ONLY_HOW_MANY = { drivers: [], segments: [] }

async function rateNote(
  { system, speech: { t, lang }, today }: Reading,
  campaign: Campaign,
  edition: Edition,
): Promise<ReportBlock | null> {
  const { responses, base, rate } = await readResults(system.db, campaign, ONLY_HOW_MANY, today)
  if (isFew(responses, edition === 'public' ? SMALLEST_PUBLIC_CELL : SMALLEST_CELL)) return null
  const name = campaign.name
  const counted = { name, responses: formatNumber(responses, lang) }
  if (rate === null || base === null) {
    return { type: 'note', text: t('analysis-reports.rate.unknown', counted) }
  }
  const share = `${formatNumber(rate * 100, lang, 1)} %`
  const said = { ...counted, base: formatNumber(base, lang), share }
  return {
    type: 'note',
    text: t(`analysis-reports.rate.${rate < LOW_RATE ? 'low' : 'fair'}`, said),
  }
}
