import { randomUUID } from 'node:crypto'
import { getAdministration } from '../../../../administrations/index.ts'
import { listTextsForAnalysis, type AnalysisCursor } from '../../../../cases/index.ts'
import { inTransaction } from '../../../../platform/database/connection.ts'
import { addDays, type PlainDate } from '../../../../platform/dates.ts'
import type { System } from '../../../../system.ts'
import { monthAfter } from '../../../indicators/index.ts'
import { runApart } from '../../../../platform/threads/run-apart.ts'
import type { ThemesOfPeriod } from '../find-themes.ts'
import type { ThemeText } from '../theme-text.ts'
import {
  insertTheme,
  insertThemeCases,
  listThemes,
  replaceMonth,
  type StoredTheme,
} from '../theme-store.ts'
import type { TextsToRead } from '../theme-thread.ts'

const MOST_TEXTS = 20_000
const TEXTS_A_PAGE = 1000

/** Reads what people told in a month beside the month before, and keeps the themes in place of earlier ones. */
export async function findThemesOfMonth(
  system: System,
  { administrationId, month }: { administrationId: string; month: PlainDate },
  now: Date,
): Promise<void> {
  const monthBefore = monthAfter(month, -1)
  const known = await listThemes(system.db, administrationId, monthBefore)
  const toRead: TextsToRead = {
    texts: await textsOf(system, administrationId, month),
    earlier: {
      texts: await textsOf(system, administrationId, monthBefore),
      centres: known.map(({ centre }) => centre),
    },
  }
  const thread = new URL('../theme-thread.ts', import.meta.url)
  const found = await runApart<TextsToRead, ThemesOfPeriod>(thread, [toRead])
  await keep(system, administrationId, { month, found, known, now })
}

async function keep(
  { db }: System,
  administrationId: string,
  {
    month,
    found,
    known,
    now,
  }: { month: PlainDate; found: ThemesOfPeriod; known: readonly StoredTheme[]; now: Date },
): Promise<void> {
  const { texts, before, rest, themes, repeated } = found
  await inTransaction(db, async (tx) => {
    const summed = { month, foundAt: now, texts, before, rest: rest.length }
    await replaceMonth(tx, administrationId, summed)
    for (const theme of themes) {
      const earlier = theme.continues === null ? undefined : known[theme.continues]
      const themeId = earlier?.themeId ?? randomUUID()
      await insertTheme(tx, administrationId, month, {
        themeId,
        since: earlier?.since ?? month,
        phrases: theme.phrases,
        said: theme.caseIds.length,
        before: theme.before,
        trend: theme.trend,
        centre: theme.centre,
      })
      await insertThemeCases(tx, administrationId, month, { themeId }, theme.caseIds)
    }
    for (const [at, { caseIds }] of repeated.entries()) {
      await insertThemeCases(tx, administrationId, month, { repeated: at + 1 }, caseIds)
    }
  })
}

async function textsOf(
  { db }: System,
  administrationId: string,
  month: PlainDate,
): Promise<ThemeText[]> {
  const { timeZone } = await getAdministration(db, administrationId)
  const question = {
    administrationId,
    from: month,
    until: addDays(monthAfter(month, 1), -1),
    timeZone,
    kinds: [],
    centreIds: [],
    serviceIds: [],
    channels: [],
  }
  const texts: ThemeText[] = []
  let after: AnalysisCursor | null = null
  while (texts.length < MOST_TEXTS) {
    const page = await listTextsForAnalysis(db, question, { after, limit: TEXTS_A_PAGE })
    texts.push(...page.map(({ caseId: id, text, language }) => ({ id, text, language })))
    after = page.at(-1) ?? null
    if (page.length < TEXTS_A_PAGE) break
  }
  return texts
}
