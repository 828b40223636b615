/** Twenty changes with a few words of each weigh as much as a page may on a slow line. */
const AT_ONCE = 20
const LONGEST = 240

export interface ListPage<T> {
  shown: readonly T[]
  /** Pages before and after this one; null: none. */
  newer: number | null
  older: number | null
}

/** `asked`: the page in the address; what is no page is the first. */
export function pageOf<T>(all: readonly T[], asked: unknown): ListPage<T> {
  const last = Math.max(1, Math.ceil(all.length / AT_ONCE))
  const page = typeof asked === 'string' && /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1
  const current = Math.min(page, last)
  return {
    shown: all.slice((current - 1) * AT_ONCE, current * AT_ONCE),
    newer: current > 1 ? current - 1 : null,
    older: current < last ? current + 1 : null,
  }
}

/** As much of it as a list needs, ending with a word; the whole stands on its own page. */
export function shortened(text: string): string {
  if (text.length <= LONGEST) return text
  const start = text.slice(0, LONGEST)
  const end = start.search(/\s\S*$/)
  return `${(end > 0 ? start.slice(0, end) : start).replace(/[\s.,;:]+$/, '')}…`
}
