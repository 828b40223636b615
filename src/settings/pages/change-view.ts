import { formatDateTime } from '../../platform/i18n/index.ts'
import type { ListedChange, SettingChange } from '../change-store.ts'
import { differenceOf, type DifferentFact } from '../difference.ts'
import type { AnySetting, SaidSetting, Saying } from '../setting.ts'

interface ShownChange {
  change: ListedChange
  by: string
  mayUndo: boolean
}

interface ChangeRow {
  what: string
  name: string
  when: string
  by: string
  differences: DifferentFact[]
  /** What its undoing sends; null where it cannot be undone from here. */
  undo: { subject: string; id: string; version: number } | null
}

export function changeRow(
  { change, by, mayUndo }: ShownChange,
  setting: AnySetting,
  saying: Saying,
): ChangeRow {
  const { t, lang, book } = saying
  const before = said(setting, change.before, saying)
  const after = said(setting, change.after, saying)
  const { subject, id, version } = change
  return {
    what: `${t(setting.text)}: ${deedOf(change, t)}`,
    name: (after ?? before)?.name ?? '',
    when: formatDateTime(change.at, lang, book.administration.timeZone),
    by,
    differences: differenceOf(before, after),
    undo: change.isLast && mayUndo ? { subject, id, version } : null,
  }
}

function deedOf({ before, after, undoes }: SettingChange, t: Saying['t']): string {
  if (undoes !== null) return t('settings.deeds.undone')
  if (before === null) return t('settings.deeds.added')
  return after === null ? t('settings.deeds.removed') : t('settings.deeds.changed')
}

/** What an earlier release kept in another shape is still named, by nothing. */
function said(setting: AnySetting, value: unknown, saying: Saying): SaidSetting | null {
  if (value === null) return null
  const read = setting.schema.safeParse(value)
  return read.success ? setting.say(read.data, saying) : null
}
