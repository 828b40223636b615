import { randomUUID } from 'node:crypto'
import {
  insertTheme,
  insertThemeCases,
  replaceSpan,
} from '../../src/analysis/suggestions/themes/theme-store.ts'
import { findCase } from '../../src/cases/index.ts'
import { inTransaction } from '../../src/platform/database/connection.ts'
import type { System } from '../../src/system.ts'

/** What a month was spoken of, as the nightly search leaves it. */
export async function buildThemes(
  { db, clock }: System,
  of: { administrationId: string; caseNumber: string },
) {
  const { administrationId } = of
  const item = await findCase(db, of)
  if (!item) throw new Error(`There is no ${of.caseNumber}`)
  const span = { month: '2026-02-01', months: 1 } as const
  const theme = {
    themeId: randomUUID(),
    since: '2026-01-01',
    phrases: ['horas', 'fila'],
    said: 1,
    before: 12,
    trend: { is: 'fading', change: -8.2, low: -15.1, high: -1.3 },
    centre: { fila: 1 },
  } as const
  await inTransaction(db, async (tx) => {
    const found = { ...span, foundAt: clock(), texts: 24, before: 40, rest: 3 }
    await replaceSpan(tx, administrationId, found)
    await insertTheme(tx, administrationId, span, theme)
    for (const part of [{ themeId: theme.themeId }, { repeated: 1 }]) {
      await insertThemeCases(tx, administrationId, span, part, [item.caseId])
    }
  })
  return { span: span.month.slice(0, 7), theme: theme.themeId }
}
