import type { Request } from 'express'
import { z } from 'zod'
import type { FieldProblem } from '../../platform/errors.ts'
import type { Appointment } from '../actions/appoint-person.ts'
import { isWellPlaced } from '../grant-policy.ts'
import { isOfInstallation, roles } from '../roles.ts'
import type { NamedPlace } from './places.ts'
import { day, oneLine, optionalDay, readForm, type Read } from './read-form.ts'

const form = z
  .object({
    role: oneLine(40).pipe(z.enum(roles, 'required')),
    place: oneLine(60),
    valid_from: day,
    valid_until: optionalDay,
  })
  .refine(({ valid_from, valid_until }) => valid_until === null || valid_until >= valid_from, {
    path: ['valid_until'],
    message: 'before_start',
  })

export const appointmentFields = ['role', 'place', 'valid_from', 'valid_until'] as const

/** Which role, where and when. Whether it may be given is asked of the policy, by the action. */
export function readAppointment(
  request: Request,
  places: readonly NamedPlace[],
): Read<Appointment> {
  const { values, problems } = readForm(request, form)
  if (!values) return { values, problems }
  const scope = isOfInstallation(values.role)
    ? { administrationId: null, centreId: null, unitId: null }
    : places.find(({ value }) => value === values.place)?.scope
  if (!scope) return refused({ field: 'place', code: 'required' })
  const { role, valid_from: validFrom, valid_until: validUntil } = values
  const appointment = { ...scope, role, validFrom, validUntil }
  if (!isWellPlaced(appointment)) return refused({ field: 'place', code: 'wrong_place' })
  return { values: appointment, problems: [] }
}

function refused(problem: FieldProblem): Read<Appointment> {
  return { values: null, problems: [problem] }
}
