import {
  deleteCentre,
  listCentres,
  sayHours,
  touchAdministration,
  writeCentre,
  type Centre,
} from '../../administrations/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { listCalendarLayers, loadCalendar } from '../../deadlines/index.ts'
import type { System } from '../../system.ts'
import { centreCalendarCode, ownCalendarCode } from '../own-calendars.ts'
import type { Setting } from '../../settings/index.ts'
import { setters } from '../setting-policy.ts'
import { unlessInUse } from './in-use.ts'
import { centreShape } from './part-shapes.ts'
import { nameOf, sayValidity } from './say-part.ts'

/** A new centre gets a calendar of its own, so that a day off can be declared there and nowhere else. */
export const centreSetting = ({ jobs }: Pick<System, 'jobs'>): Setting<Centre> => ({
  subject: 'centre',
  text: 'organisation.centre.one',
  roles: setters,
  schema: centreShape,
  async find(db, administrationId, id) {
    const centres = await listCentres(db, administrationId)
    return centres.find(({ centreId }) => centreId === id) ?? null
  },
  async write(tx, { administrationId }, id, centre) {
    if (centre === null) await unlessInUse(deleteCentre(tx, administrationId, id))
    else {
      await keepCalendar(tx, jobs, administrationId, centre)
      await unlessInUse(writeCentre(tx, administrationId, centre))
    }
    await touchAdministration(tx, administrationId)
  },
  say(centre, saying) {
    const { t, lang } = saying
    const facts = [
      { label: t('organisation.name'), text: centre.name },
      { label: t('organisation.centre.address'), text: centre.address ?? '' },
      { label: t('organisation.centre.hours'), text: sayHours(centre.hours, lang, t).join(' · ') },
      {
        label: t('organisation.centre.windows'),
        text: centre.windows.map(({ name }) => name).join(', '),
      },
      {
        label: t('organisation.centre.services'),
        text: centre.serviceIds
          .map((id) => nameOf(saying, id))
          .toSorted()
          .join(', '),
      },
      { label: t('organisation.centre.emergency_email'), text: centre.emergencyEmail ?? '' },
      {
        label: t('organisation.centre.head_approves'),
        text: t(centre.headApproves ? 'organisation.yes' : 'organisation.no'),
      },
      ...sayValidity(centre, saying),
    ]
    return { name: centre.name, facts }
  },
})

async function keepCalendar(
  tx: Tx,
  jobs: System['jobs'],
  administrationId: string,
  { centreId, calendarCode, name }: Centre,
): Promise<void> {
  if (calendarCode !== centreCalendarCode(centreId)) return
  if ((await listCalendarLayers(tx, calendarCode)).length > 0) return
  const parent = ownCalendarCode(administrationId)
  const calendar = { code: calendarCode, parent, name: { es: name, en: name }, source: name }
  await loadCalendar(tx, jobs, { ...calendar, days: [] }, administrationId)
}
