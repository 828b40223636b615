import { formatDate, type T } from '../../../platform/i18n/index.ts'
import type { Lack, Shortage } from '../../shortage-store.ts'

const LACKS: readonly Lack[] = ['day', 'total', 'disk']

/** A sentence for each thing that ran out, with its days. */
export function sayShortages(
  shortages: readonly Shortage[],
  { t, lang }: { t: T; lang: string },
): string[] {
  const list = new Intl.ListFormat(lang)
  return LACKS.flatMap((lack) => {
    const days = shortages
      .filter((one) => one.lack === lack)
      .map(({ day }) => formatDate(day, lang))
    if (days.length === 0) return []
    return [t(`officers.shortage.${lack}`, { days: list.format(days.reverse()) })]
  })
}
