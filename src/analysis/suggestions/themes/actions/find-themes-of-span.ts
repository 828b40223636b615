import { randomUUID } from 'node:crypto'
import { getAdministration } from '../../../../administrations/index.ts'
import { listTextsForAnalysis, type AnalysisCursor } from '../../../../cases/index.ts'
import { listLegacyTexts, type LegacyText } from '../../../../imports/index.ts'
import { inTransaction } from '../../../../platform/database/connection.ts'
import { runApart } from '../../../../platform/threads/run-apart.ts'
import type { System } from '../../../../system.ts'
import type { ThemesOfPeriod } from '../find-themes.ts'
import { lastDayOf, spanBefore, type ThemeSpan } from '../theme-span.ts'
import type { ThemeText } from '../theme-text.ts'
import {
  insertTheme,
  insertThemeCases,
  listThemes,
  replaceSpan,
  type StoredTheme,
} from '../theme-store.ts'
import type { TextsToRead } from '../theme-thread.ts'

const MOST_TEXTS = 20_000
const TEXTS_A_PAGE = 1000

/** Reads what people told in a span beside the one before, and keeps the themes in place of earlier ones. */
export async function findThemesOfSpan(
  system: System,
  { administrationId, ...span }: ThemeSpan & { administrationId: string },
  now: Date,
): Promise<void> {
  const before = spanBefore(span)
  const known = await listThemes(system.db, administrationId, before)
  const toRead: TextsToRead = {
    texts: await textsOf(system, administrationId, span),
    earlier: {
      texts: await textsOf(system, administrationId, before),
      centres: known.map(({ centre }) => centre),
    },
  }
  const thread = new URL('../theme-thread.ts', import.meta.url)
  const found = await runApart<TextsToRead, ThemesOfPeriod>(thread, [toRead])
  await keep(system, administrationId, { span, found, known, now })
}

async function keep(
  { db }: System,
  administrationId: string,
  {
    span,
    found,
    known,
    now,
  }: { span: ThemeSpan; found: ThemesOfPeriod; known: readonly StoredTheme[]; now: Date },
): Promise<void> {
  const { texts, before, rest, themes, repeated } = found
  await inTransaction(db, async (tx) => {
    const summed = { ...span, foundAt: now, texts, before, rest: rest.length }
    await replaceSpan(tx, administrationId, summed)
    for (const theme of themes) {
      const earlier = theme.continues === null ? undefined : known[theme.continues]
      const themeId = earlier?.themeId ?? randomUUID()
      await insertTheme(tx, administrationId, span, {
        themeId,
        since: earlier?.since ?? span.month,
        phrases: theme.phrases,
        said: theme.caseIds.length,
        before: theme.before,
        trend: theme.trend,
        centre: theme.centre,
      })
      await insertThemeCases(tx, administrationId, span, { themeId }, theme.caseIds)
    }
    for (const [at, { caseIds }] of repeated.entries()) {
      await insertThemeCases(tx, administrationId, span, { repeated: at + 1 }, caseIds)
    }
  })
}

/** Of the book, and of the books before it. */
async function textsOf(
  system: System,
  administrationId: string,
  span: ThemeSpan,
): Promise<ThemeText[]> {
  const own = await ownTexts(system, administrationId, span)
  return [...own, ...(await legacyTexts(system, administrationId, span))].slice(0, MOST_TEXTS)
}

async function ownTexts(
  { db }: System,
  administrationId: string,
  span: ThemeSpan,
): Promise<ThemeText[]> {
  const { timeZone } = await getAdministration(db, administrationId)
  const question = {
    administrationId,
    from: span.month,
    until: lastDayOf(span),
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
    texts.push(...page.map(themeText))
    after = page.at(-1) ?? null
    if (page.length < TEXTS_A_PAGE) break
  }
  return texts
}

async function legacyTexts(
  { db }: System,
  administrationId: string,
  span: ThemeSpan,
): Promise<ThemeText[]> {
  const days = { from: span.month, until: lastDayOf(span) }
  const texts: ThemeText[] = []
  let after: string | null = null
  while (texts.length < MOST_TEXTS) {
    const page: LegacyText[] = await listLegacyTexts(
      db,
      administrationId,
      days,
      after,
      TEXTS_A_PAGE,
    )
    texts.push(...page.map(themeText))
    after = page.at(-1)?.caseId ?? null
    if (page.length < TEXTS_A_PAGE) break
  }
  return texts
}

const themeText = ({ caseId: id, text, language }: Omit<ThemeText, 'id'> & { caseId: string }) => ({
  id,
  text,
  language,
})
