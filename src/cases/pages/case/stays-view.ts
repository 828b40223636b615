import type { T } from '../../../platform/i18n/index.ts'
import { stateStays, type StateStay } from '../../state-stays.ts'
import type { CaseRoom } from './room.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** How long the case was in each state, from its history; nothing where it has been in one only. */
export function staysView({ events, now, response }: CaseRoom) {
  const { t } = response.locals
  const stays = stateStays(events, now)
  if (stays.length < 2) return []
  return stays.map((stay) => ({
    key: { text: t(`cases.staff_state.${stay.state}`) },
    value: { text: sayStay(stay, t) },
  }))
}

function sayStay({ milliseconds, now }: StateStay, t: T): string {
  const length = sayLength(milliseconds, t)
  return now ? t('case-staff.stays.until_now', { length }) : length
}

function sayLength(milliseconds: number, t: T): string {
  if (milliseconds >= DAY)
    return t('case-staff.stays.days', { count: Math.round(milliseconds / DAY) })
  if (milliseconds >= HOUR) {
    return t('case-staff.stays.hours', { count: Math.round(milliseconds / HOUR) })
  }
  return t('case-staff.stays.less')
}
