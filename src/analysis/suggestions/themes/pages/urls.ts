import type { PlainDate } from '../../../../platform/dates.ts'

export const paths = {
  list: '/personal/:slug/temas',
  theme: '/personal/:slug/temas/:month/:theme',
} as const

/** A month is named as 2026-03, a repeated text by its number. */
export function themeUrls(slug: string) {
  const list = paths.list.replace(':slug', slug)
  return {
    list,
    month: (month: PlainDate) => `${list}?mes=${month.slice(0, 7)}`,
    theme: (month: PlainDate, theme: string | number) =>
      `${list}/${month.slice(0, 7)}/${String(theme)}`,
  }
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

export function monthIn(text: unknown): PlainDate | null {
  return typeof text === 'string' && MONTH.test(text) ? `${text}-01` : null
}
