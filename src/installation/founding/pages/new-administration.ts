import { z } from 'zod'
import { nameSlug } from '../../../administrations/index.ts'
import { listCommonCalendars } from '../../../deadlines/index.ts'
import { requireStaff } from '../../../people/index.ts'
import { localDate } from '../../../platform/dates.ts'
import {
  formAgain,
  line,
  optionalLine,
  readForm,
  render,
  sending,
  showing,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import { inLanguage, listRegimesOn } from '../../../regimes/index.ts'
import type { System } from '../../../system.ts'
import { foundAdministration } from '../actions/found-administration.ts'
import { timeZones } from '../time-zone.ts'
import { newAdministrationUrl, startUpUrl } from './urls.ts'

const LONGEST_CODE = 6

const typed = z.object({
  name: line(150),
  slug: optionalLine(41).pipe(
    z.string().refine((text) => text === '' || /^[a-z][a-z0-9-]{1,40}$/.test(text), 'not_slug'),
  ),
  bookCode: optionalLine(12).pipe(
    z
      .string()
      .toUpperCase()
      .refine((text) => text === '' || /^[A-Z][A-Z0-9]{1,11}$/.test(text), 'not_code'),
  ),
  regime: line(80),
  calendar: optionalLine(80),
  timeZone: line(60),
})

/** The first page of a new administration: its name and the rules that it works under. */
export function showNewAdministration(system: System): Page {
  return showing(newPage(system))
}

export function takeNewAdministration(system: System): Page {
  return sending(newPage(system), async ({ accountId, at }, request) => {
    const { values, problems } = readForm(request, typed)
    if (!values) return problems
    const slug = values.slug || nameSlug(values.name).slice(0, 41)
    const bookCode = values.bookCode || initialsOf(values.name)
    await foundAdministration(system, { by: accountId, at }, { ...values, slug, bookCode })
    return startUpUrl(slug)
  })
}

interface Entered {
  accountId: string
  at: Date
}

function newPage(system: System): FormPage<Entered> {
  return {
    enter: async (_request, response) => {
      await Promise.resolve()
      return { accountId: requireStaff(response).accountId, at: system.clock() }
    },
    async show({ at }, _request, response, problems) {
      const { lang, t } = response.locals
      const here = Intl.DateTimeFormat().resolvedOptions().timeZone
      const regimes = await listRegimesOn(system.db, localDate(at, here))
      const calendars = await listCommonCalendars(system.db)
      const model = {
        title: t('founding.new.title'),
        notice: null,
        ...formAgain(response, problems, 'founding.new.problems'),
        formUrl: newAdministrationUrl,
        regimes: regimes.map(({ code, name, source }) => ({
          value: code,
          text: inLanguage(name, lang),
          hint: { text: source },
        })),
        calendars: [
          { value: '', text: t('founding.new.calendar_of_regime') },
          ...calendars.map(({ code, name }) => ({
            value: code,
            text: name[lang] ?? name['es'] ?? code,
          })),
        ],
        timeZones: [
          { value: '', text: t('founding.new.choose_zone') },
          ...timeZones().map((name) => ({ value: name, text: name.replaceAll('_', ' ') })),
        ],
      }
      const status = problems.length > 0 ? 422 : 200
      render(response, 'installation/founding/new', model, { status, layout: 'staff' })
    },
  }
}

/** "Municipalidad de San Juan" begins its numbers with MSJ. */
function initialsOf(name: string): string {
  const words = nameSlug(name)
    .split('-')
    .filter((word) => word.length > 2)
  const initials = words
    .map((word) => word.charAt(0))
    .join('')
    .toUpperCase()
  return (initials.length > 1 ? initials : nameSlug(name).replaceAll('-', '').toUpperCase()).slice(
    0,
    LONGEST_CODE,
  )
}
