import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/database/connection.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import type { ThemeSpan } from './theme-span.ts'
import type { Trend } from './trend.ts'

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    theme_months: {
      administration_id: string
      month: PlainDate
      months: ThemeSpan['months']
      found_at: Date
      texts: number
      before: number
      rest: number
    }
    themes: {
      administration_id: string
      month: PlainDate
      months: ThemeSpan['months']
      theme_id: string
      since: PlainDate
      phrases: string[]
      said: number
      before: number
      trend: Trend['is']
      change: number | null
      low: number | null
      high: number | null
      centre: Readonly<Record<string, number>>
    }
    theme_cases: {
      administration_id: string
      month: PlainDate
      months: ThemeSpan['months']
      theme_id: string | null
      repeated: number | null
      case_id: string
    }
  }
}

export interface SpanOfThemes extends ThemeSpan {
  foundAt: Date
  texts: number
  before: number
  rest: number
}

export interface StoredTheme {
  themeId: string
  since: PlainDate
  phrases: readonly string[]
  said: number
  before: number
  trend: Trend
  centre: Readonly<Record<string, number>>
}

const SPAN = ['month', 'months', 'found_at as foundAt', 'texts', 'before', 'rest'] as const

/** Months and quarters, the newest first. */
export async function listSpans(db: Db, administrationId: string): Promise<SpanOfThemes[]> {
  return db
    .selectFrom('theme_months')
    .select(SPAN)
    .where('administration_id', '=', administrationId)
    .orderBy('month', 'desc')
    .orderBy('months')
    .execute()
}

/** Of whatever most people spoke first. */
export async function listThemes(
  db: Db,
  administrationId: string,
  { month, months }: ThemeSpan,
): Promise<StoredTheme[]> {
  const rows = await db
    .selectFrom('themes')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('month', '=', month)
    .where('months', '=', months)
    .orderBy('said', 'desc')
    .orderBy('theme_id')
    .execute()
  return rows.map(({ theme_id: themeId, trend, change, low, high, ...row }) => ({
    themeId,
    since: row.since,
    phrases: row.phrases,
    said: row.said,
    before: row.before,
    trend: { is: trend, change, low, high },
    centre: row.centre,
  }))
}

export async function listCaseIds(
  db: Db,
  administrationId: string,
  { month, months }: ThemeSpan,
  of: { themeId: string } | { repeated: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('theme_cases')
    .select('case_id')
    .where('administration_id', '=', administrationId)
    .where('month', '=', month)
    .where('months', '=', months)
    .$if('themeId' in of, (query) =>
      query.where('theme_id', '=', 'themeId' in of ? of.themeId : null),
    )
    .$if('repeated' in of, (query) =>
      query.where('repeated', '=', 'repeated' in of ? of.repeated : null),
    )
    .execute()
  return rows.map((row) => row.case_id)
}

/** How often each text was written over, by its number. */
export async function countRepeated(
  db: Db,
  administrationId: string,
  { month, months }: ThemeSpan,
): Promise<{ repeated: number; said: number }[]> {
  const rows = await db
    .selectFrom('theme_cases')
    .select(({ fn }) => ['repeated', fn.countAll<string>().as('said')])
    .where('administration_id', '=', administrationId)
    .where('month', '=', month)
    .where('months', '=', months)
    .where('repeated', 'is not', null)
    .groupBy('repeated')
    .orderBy('repeated')
    .execute()
  return rows.map(({ repeated, said }) => ({ repeated: repeated ?? 0, said: Number(said) }))
}

/** What was found of the same months before goes. */
export async function replaceSpan(
  tx: Tx,
  administrationId: string,
  { month, months, foundAt, texts, before, rest }: SpanOfThemes,
): Promise<void> {
  await tx
    .deleteFrom('theme_months')
    .where('administration_id', '=', administrationId)
    .where('month', '=', month)
    .where('months', '=', months)
    .execute()
  await tx
    .insertInto('theme_months')
    .values({
      administration_id: administrationId,
      month,
      months,
      found_at: foundAt,
      texts,
      before,
      rest,
    })
    .execute()
}

export async function insertTheme(
  tx: Tx,
  administrationId: string,
  { month, months }: ThemeSpan,
  { themeId, since, phrases, said, before, trend, centre }: StoredTheme,
): Promise<void> {
  await tx
    .insertInto('themes')
    .values({
      administration_id: administrationId,
      month,
      months,
      theme_id: themeId,
      since,
      phrases: [...phrases],
      said,
      before,
      trend: trend.is,
      change: trend.change,
      low: trend.low,
      high: trend.high,
      centre: sql<Readonly<Record<string, number>>>`${JSON.stringify(centre)}::jsonb`,
    })
    .execute()
}

export async function insertThemeCases(
  tx: Tx,
  administrationId: string,
  { month, months }: ThemeSpan,
  of: { themeId: string } | { repeated: number },
  caseIds: readonly string[],
): Promise<void> {
  await sql`insert into theme_cases (administration_id, month, months, theme_id, repeated, case_id)
    select ${administrationId}, ${month}, ${months}, ${'themeId' in of ? of.themeId : null}::uuid,
      ${'repeated' in of ? of.repeated : null}::integer, case_id
    from unnest(${[...caseIds]}::uuid[]) as case_id`.execute(tx)
}
