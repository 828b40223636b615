import { z } from 'zod'
import { findOwnYear, keepOwnYear, type OwnYear } from '../deadlines/index.ts'
import { formatDate } from '../platform/i18n/index.ts'
import { NotAllowed } from '../platform/errors.ts'
import type { Saying, Setting } from '../settings/index.ts'
import type { System } from '../system.ts'
import { keepersOfDays } from './setting-policy.ts'

const yearShape = z.object({
  calendar: z.string(),
  year: z.number(),
  confirmed: z.boolean(),
  days: z.array(
    z.object({
      date: z.string(),
      name: z.record(z.string(), z.string()),
      kind: z.enum(['holiday', 'closure', 'working_day_by_exception']),
      source: z.string(),
      publishedOn: z.string().optional(),
    }),
  ),
})

/** The own days of one calendar in one year, and whether somebody confirmed that they are all. */
export const calendarYearSetting = ({ jobs }: Pick<System, 'jobs'>): Setting<OwnYear> => ({
  subject: 'calendar_year',
  text: 'installation.days.year_setting',
  roles: keepersOfDays,
  schema: yearShape,
  find: (db, administrationId, id) => {
    const { calendar, year } = readYearId(id)
    return findOwnYear(db, { code: calendar, administrationId }, year)
  },
  async write(tx, { administrationId }, id, year) {
    if (year === null) throw new NotAllowed()
    await keepOwnYear(tx, jobs, { code: readYearId(id).calendar, administrationId }, year)
  },
  say(year, saying) {
    const { t, lang } = saying
    const name = t('installation.days.caption', {
      year: year.year,
      place: placeNamed(year, saying),
    })
    const facts = year.days.map((day) => ({
      label: formatDate(day.date, lang),
      text: `${day.name[lang] ?? day.name['es'] ?? ''} (${t(`installation.day_kind.${day.kind}`)})`,
    }))
    const confirmed = t(year.confirmed ? 'organisation.yes' : 'organisation.no')
    return { name, facts: [{ label: t('installation.days.confirmed'), text: confirmed }, ...facts] }
  },
})

export function yearId({ calendar, year }: Pick<OwnYear, 'calendar' | 'year'>): string {
  return `${calendar}.${year}`
}

function readYearId(id: string): { calendar: string; year: number } {
  const cut = id.lastIndexOf('.')
  return { calendar: id.slice(0, cut), year: Number(id.slice(cut + 1)) || 0 }
}

function placeNamed({ calendar }: OwnYear, { book, t }: Saying): string {
  const centre = book.centres.find(({ calendarCode }) => calendarCode === calendar)
  return centre?.name ?? t('installation.days.everywhere')
}
