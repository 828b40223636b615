import { listCauses } from '../../../analysis/index.ts'
import { addDays } from '../../../platform/dates.ts'
import { inLanguage, openKinds } from '../../../regimes/index.ts'
import { DRIVERS } from '../../../surveys/index.ts'
import type { System } from '../../../system.ts'
import type { StoredIndicator } from '../../effect/index.ts'
import { getGap } from '../../gaps/index.ts'
import type { ProjectVisit } from './room.ts'

interface Choice {
  value: string
  text: string
}

/** What can be compared here: by what exists in the book. */
export async function indicatorChoices(
  { db }: Pick<System, 'db'>,
  { room }: ProjectVisit,
): Promise<Record<'kinds' | 'subjects' | 'drivers' | 'services', Choice[]>> {
  const { book, lang, today, t } = room
  const { regime, authorisations, services, centres } = book
  const causes = await listCauses(db, room.deed.administrationId)
  const said = (kind: string, name: string) =>
    t(`improvements-projects.indicator.subject_of.${kind}`, { name })
  return {
    kinds: openKinds(regime, authorisations, today).map(({ code, label }) => ({
      value: code,
      text: inLanguage(label, lang),
    })),
    subjects: [
      ...causes.map(({ code, name }) => ({ value: `cause:${code}`, text: said('cause', name) })),
      ...regime.motives.map(({ code, label }) => ({
        value: `motive:${code}`,
        text: said('motive', inLanguage(label, lang)),
      })),
      ...services.map(({ serviceId, name }) => ({
        value: `service:${serviceId}`,
        text: said('service', name),
      })),
      ...centres.map(({ centreId, name }) => ({
        value: `centre:${centreId}`,
        text: said('centre', name),
      })),
    ],
    drivers: DRIVERS.map((value) => ({
      value,
      text: t(`improvements-projects.indicator.driver.${value}`),
    })),
    services: [
      { value: '', text: t('improvements-projects.indicator.all_services') },
      ...services.map(({ serviceId, name }) => ({ value: serviceId, text: name })),
    ],
  }
}

const DAYS_AFTER = 90
const DAYS_BEFORE = 180

/** What was chosen; else what the gap rests on: its cause, its service, its days. */
export async function suggestIndicator(
  { db }: Pick<System, 'db'>,
  { room, whole }: ProjectVisit,
): Promise<(field: string) => string> {
  const { indicator, project } = whole
  if (indicator) return fieldsOf(indicator)
  const { reference } = project
  const causes = await listCauses(db, room.deed.administrationId)
  const cause = causes.find(
    ({ causeId, code }) => causeId === project.causeId || code === project.causeId,
  )
  const gap = reference && (await getGap(db, room.deed.administrationId, reference.gapId))
  const lastDay = addDays(room.today, -1)
  const until = gap && gap.periodUntil < lastDay ? gap.periodUntil : lastDay
  const fields: Record<string, string> = {
    measure: 'recurrence',
    kind: 'complaint',
    subject: cause ? `cause:${cause.code}` : reference ? `service:${reference.serviceId}` : '',
    serviceId: reference?.serviceId ?? '',
    beforeFrom: gap?.periodFrom ?? addDays(until, -DAYS_BEFORE),
    beforeUntil: until,
    afterDays: String(DAYS_AFTER),
  }
  return (field) => fields[field] ?? ''
}

function fieldsOf(indicator: StoredIndicator): (field: string) => string {
  const { subject, before } = indicator
  const fields: Record<string, string> = {
    measure: indicator.measure,
    kind: indicator.kind ?? '',
    subject: subject ? `${subject.by}:${subject.code}` : '',
    driver: indicator.driver ?? '',
    serviceId: indicator.serviceId ?? '',
    beforeFrom: before.from,
    beforeUntil: before.until,
    afterDays: String(indicator.afterDays),
  }
  return (field) => fields[field] ?? ''
}

/** What an indicator is about, as it is said. */
export async function indicatorNames(
  system: Pick<System, 'db'>,
  visit: ProjectVisit,
  indicator: StoredIndicator,
): Promise<{ subject: string; place: string }> {
  const { room } = visit
  const choices = await indicatorChoices(system, visit)
  const of = (items: Choice[], value: string) =>
    items.find((item) => item.value === value)?.text ?? value
  const { subject, driver, kind, centreId, serviceId } = indicator
  const place = [
    centreId === null ? room.t('improvements.all_centres') : (room.book.names.get(centreId) ?? ''),
    ...(serviceId === null ? [] : [room.book.names.get(serviceId) ?? '']),
  ].join(', ')
  if (subject) return { subject: of(choices.subjects, `${subject.by}:${subject.code}`), place }
  if (driver !== null) return { subject: of(choices.drivers, driver), place }
  return { subject: of(choices.kinds, kind ?? ''), place }
}
