import type { Db } from '../../../platform/database/connection.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import type { T } from '../../../platform/i18n/index.ts'
import { goneFrom } from './gone-themes.ts'
import { saySpan } from './say-span.ts'
import { lastDayOf, spanBefore, type ThemeSpan } from './theme-span.ts'
import {
  countRepeated,
  listSpans,
  listThemes,
  type SpanOfThemes,
  type StoredTheme,
} from './theme-store.ts'

export interface ThemesWithin {
  span: (t: T, lang: string) => string
  themes: readonly StoredTheme[]
  /** Found in the span before and no longer here. */
  gone: readonly StoredTheme[]
  /** Texts, each that was pasted over and over counted once. */
  voices: number
}

/** Of a period: its quarters where they were read, else its months; the oldest first. */
export async function listThemesWithin(
  db: Db,
  administrationId: string,
  { from, until }: { from: PlainDate; until: PlainDate },
): Promise<ThemesWithin[]> {
  const all = await listSpans(db, administrationId)
  const inside = all.filter((span) => span.month >= from && lastDayOf(span) <= until)
  const quarters = inside.filter(({ months }) => months === 3)
  const chosen = inside.filter(
    (span) => span.months === 3 || !quarters.some((quarter) => holds(quarter, span)),
  )
  return Promise.all(chosen.toReversed().map((span) => tell(db, administrationId, span)))
}

function holds(quarter: ThemeSpan, { month }: ThemeSpan): boolean {
  return month >= quarter.month && month <= lastDayOf(quarter)
}

async function tell(db: Db, administrationId: string, span: SpanOfThemes): Promise<ThemesWithin> {
  const themes = await listThemes(db, administrationId, span)
  const earlier = await listThemes(db, administrationId, spanBefore(span))
  const repeated = await countRepeated(db, administrationId, span)
  return {
    span: (t, lang) => saySpan(span, { t, lang }),
    themes,
    gone: goneFrom(span, themes, earlier),
    voices: span.texts - repeated.reduce((sum, { said }) => sum + said - 1, 0),
  }
}
