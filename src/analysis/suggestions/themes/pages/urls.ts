import { codeOf, type ThemeSpan } from '../theme-span.ts'

export const paths = {
  list: '/personal/:slug/temas',
  theme: '/personal/:slug/temas/:span/:theme',
} as const

/** A month is named as 2026-03, a quarter as 2026-Q1, a repeated text by its number. */
export function themeUrls(slug: string) {
  const list = paths.list.replace(':slug', slug)
  return {
    list,
    span: (span: ThemeSpan) => `${list}?periodo=${codeOf(span)}`,
    theme: (span: ThemeSpan, theme: string | number) => `${list}/${codeOf(span)}/${String(theme)}`,
  }
}
