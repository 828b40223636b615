import { grantableRoles } from '../grant-policy.ts'
import { typedIn } from './read-form.ts'
import { appointmentFields } from './appointment-form.ts'
import type { ViewGround } from './person-view.ts'
import type { Request } from 'express'

/** The fields by which a role is given, with what was typed. */
export function appointmentView(
  request: Request,
  { t, day, staff, workplace, places }: ViewGround,
) {
  const typed = typedIn(request, appointmentFields)
  const roles = grantableRoles(staff, workplace.administrationId)
  const choose = { value: '', text: t('people.appointment.choose') }
  return {
    roles: [choose, ...roles.map((value) => ({ value, text: t(`people.roles.${value}`) }))],
    places: [choose, ...places.map(({ value, text }) => ({ value, text }))],
    role: typed.role,
    place: typed.place,
    validFrom: typed.valid_from || day,
    validUntil: typed.valid_until,
  }
}
