import type { StaffVisit } from '../../../people/index.ts'
import { localDate } from '../../../platform/dates.ts'
import { formatNumber, formatShortDate } from '../../../platform/i18n/index.ts'
import type { TaskStanding } from '../model-store.ts'
import { TASKS } from '../task.ts'

/** Each task: how often it is right on cases it had not seen, or why it is silent. */
export function standingRows(
  standings: readonly TaskStanding[],
  { t, lang, book }: Pick<StaffVisit, 't' | 'lang' | 'book'>,
) {
  const { timeZone } = book.administration
  return TASKS.map((task) => {
    const standing = standings.find((each) => each.task === task)
    const kept = standing?.kept
    const name = t(`suggestions.task.${task}`)
    if (!kept) return { name, says: t(`suggestions.silent.${standing?.silence ?? 'not_tried'}`) }
    const { first, amongThree, mostFrequent, heldOut } = kept.measure
    return {
      name,
      says: t('suggestions.standing', {
        first: formatNumber(100 * first, lang),
        three: formatNumber(100 * amongThree, lang),
        least: formatNumber(100 * mostFrequent, lang),
        tried: formatNumber(heldOut, lang),
        examples: formatNumber(kept.examples, lang),
        day: formatShortDate(localDate(kept.learntAt, timeZone), lang),
      }),
    }
  })
}
