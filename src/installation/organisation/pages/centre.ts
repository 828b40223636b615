import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import {
  freeSlug,
  listCentres,
  weekdayName,
  type BookRules,
  type Centre,
} from '../../../administrations/index.ts'
import { Invalid } from '../../../platform/errors.ts'
import { optionalLine, ticked, ticks, words } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { centreCalendarCode } from '../../own-calendars.ts'
import { centreSetting } from '../centre-setting.ts'
import type { PartForm } from './part-page.ts'
import { checkDays, named } from './read-part.ts'
import { fillHours, hoursField, readHours, typedHours, WEEKDAYS } from './typed-hours.ts'

const typed = z.object({
  ...named,
  address: optionalLine(300),
  emergencyEmail: optionalLine(200).pipe(z.union([z.literal(''), z.email('not_email')])),
  headApproves: ticked,
  windows: words(2000),
  services: ticks(z.string().max(60, 'unknown')),
  ...typedHours,
})

export const centreForm = (system: System): PartForm<Centre, typeof typed> => ({
  part: 'centre',
  view: 'installation/organisation/centre',
  setting: centreSetting(system),
  typed,
  fill: (centre) => ({
    name: centre?.name ?? '',
    address: centre?.address ?? '',
    emergencyEmail: centre?.emergencyEmail ?? '',
    headApproves: centre?.headApproves ? 'yes' : '',
    windows: (centre?.windows ?? []).map(({ name }) => name).join('\n'),
    services: [...(centre?.serviceIds ?? [])],
    validFrom: centre?.validFrom ?? '',
    validUntil: centre?.validUntil ?? '',
    ...fillHours(centre?.hours ?? []),
  }),
  async read(said, { book, deed, id, value }) {
    checkDays(said)
    const { name, address, emergencyEmail, headApproves, validFrom, validUntil } = said
    const ever = await listCentres(system.db, deed.administrationId)
    return {
      centreId: id,
      slug: value?.slug ?? freeSlug(name, new Set(ever.map(({ slug }) => slug))),
      name,
      address: address || null,
      calendarCode: value ? value.calendarCode : centreCalendarCode(id),
      emergencyEmail: emergencyEmail || null,
      headApproves,
      hours: readHours(said),
      windows: readWindows(said.windows, value?.windows ?? []),
      serviceIds: readServices(said.services, book),
      validFrom,
      validUntil,
    }
  },
  choices: ({ book, lang }) => ({
    services: book.services.map(({ serviceId, name }) => ({ value: serviceId, text: name })),
    weekdays: WEEKDAYS.map((weekday) => ({
      name: weekdayName(weekday, lang),
      spans: [1, 2].map((span) => ({
        opens: hoursField(weekday, span, 'opens'),
        closes: hoursField(weekday, span, 'closes'),
      })),
    })),
  }),
})

/** One a line; a window that keeps its name keeps its id. */
function readWindows(text: string, before: Centre['windows']): Centre['windows'] {
  const names = [...new Set(text.split('\n').map((name) => name.trim()))].filter(Boolean)
  const taken = new Set(before.map(({ slug }) => slug))
  return names.map((name) => {
    const same = before.find((window) => window.name === name)
    if (same) return same
    const slug = freeSlug(name, taken)
    if (slug === '') throw new Invalid([{ field: 'windows', code: 'no_letters' }])
    taken.add(slug)
    return { windowId: randomUUID(), slug, name }
  })
}

function readServices(ticked: readonly string[], { services }: BookRules): string[] {
  const ids = services.map(({ serviceId }) => serviceId)
  if (!ticked.every((id) => ids.includes(id))) {
    throw new Invalid([{ field: 'services', code: 'unknown' }])
  }
  return ids.filter((id) => ticked.includes(id))
}
