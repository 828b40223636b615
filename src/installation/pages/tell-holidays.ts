import type { DeskNews } from '../../cases/index.ts'
import { holdsWithin } from '../../people/index.ts'
import { keepersOfDays } from '../setting-policy.ts'
import { confirmYearUrl } from './urls.ts'

/** Above the desk of whoever keeps the days: those of next year, while nobody confirmed them. */
export const tellOfHolidays: DeskNews = ({ staff, administrationId, slug, today, calendar, t }) => {
  const year = calendar.yearToConfirm(today)
  const tells = year !== null && holdsWithin(staff, keepersOfDays, administrationId)
  const text = tells ? t('installation.days.to_confirm', { year }) : ''
  return Promise.resolve(tells ? [{ text, href: confirmYearUrl(slug, year) }] : [])
}
