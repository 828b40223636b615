import { formatTime, type T } from '../platform/i18n/index.ts'
import type { Presence } from './look-store.ts'

/** Who was not heard of for so long is no longer there; an open page speaks up three times as often. */
const GONE_AFTER_SECONDS = 60

export function presentSince(now: Date): Date {
  return new Date(now.getTime() - GONE_AFTER_SECONDS * 1000)
}

/** It warns and never locks: who sends later is shown what changed. */
export function sayPresence(
  present: readonly Presence[],
  names: ReadonlyMap<string, string>,
  { t, lang, timeZone }: { t: T; lang: string; timeZone: string },
): string[] {
  return present.map(({ accountId, form, since }) =>
    t(DOING.get(form) ?? 'watching.presence.step', {
      name: names.get(accountId) ?? t('watching.presence.somebody'),
      time: formatTime(since, lang, timeZone),
    }),
  )
}

const DOING: ReadonlyMap<string, string> = new Map([
  ['respuesta', 'watching.presence.answer'],
  ['decision', 'watching.presence.answer'],
  ['aprobacion', 'watching.presence.approval'],
  ['nota', 'watching.presence.note'],
])
