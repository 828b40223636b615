import type { SpanOfThemes, StoredTheme } from './theme-store.ts'

/** With fewer texts nothing is found, and nothing can be said to be gone. */
const ENOUGH_TEXTS = 30

/** Themes of the span before that no theme of this one continues. */
export function goneFrom(
  { texts }: Pick<SpanOfThemes, 'texts'>,
  themes: readonly Pick<StoredTheme, 'themeId'>[],
  earlier: readonly StoredTheme[],
): StoredTheme[] {
  if (texts < ENOUGH_TEXTS) return []
  const here = new Set(themes.map(({ themeId }) => themeId))
  return earlier.filter(({ themeId }) => !here.has(themeId))
}
