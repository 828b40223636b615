import type { Request } from 'express'
import type { FieldProblem } from '../../../platform/errors.ts'
import type { CounterRoom } from '../../counter/pages/desk-room.ts'
import { readHandedOver } from '../../counter/handed-over.ts'
import type { IncidentToRecord } from '../actions/record-incident.ts'

const FIELDS = ['centre', 'service', 'handedDate', 'handedTime', 'what', 'solution'] as const
export type IncidentTyped = Readonly<Record<(typeof FIELDS)[number], string>>

const LONGEST = 2000

export function typedIn(request: Request): IncidentTyped {
  const body = (request.body ?? {}) as Readonly<Record<string, unknown>>
  const typed = FIELDS.map((name) => {
    const value = Object.hasOwn(body, name) ? body[name] : ''
    return [name, typeof value === 'string' ? value.toWellFormed().trim() : '']
  })
  return Object.fromEntries(typed) as IncidentTyped
}

export function readIncident(
  typed: IncidentTyped,
  { administrationId, book, centres, staff, now }: CounterRoom,
): { incident: IncidentToRecord; problems: [] } | { incident: null; problems: FieldProblem[] } {
  const centre = centres.find(({ slug }) => slug === typed.centre)
  const service = book.services.find(({ slug }) => slug === typed.service)
  const happened = readHandedOver(typed, book.administration.timeZone, now)
  const problems = [
    ...(centre ? [] : [{ field: 'centre', code: 'required' }]),
    ...(typed.service === '' || (service && centre?.serviceIds.includes(service.serviceId))
      ? []
      : [{ field: 'service', code: 'unknown' }]),
    ...happened.problems,
    ...textProblems('what', typed.what),
    ...textProblems('solution', typed.solution),
  ]
  if (!centre || !happened.at || problems.length > 0) return { incident: null, problems }
  const incident = {
    administrationId,
    centreId: centre.centreId,
    serviceId: service?.serviceId ?? null,
    what: typed.what,
    solution: typed.solution,
    happenedAt: happened.at,
    recordedBy: staff.accountId,
  }
  return { incident, problems: [] }
}

function textProblems(field: string, text: string): FieldProblem[] {
  if (text === '') return [{ field, code: 'required' }]
  return text.length > LONGEST ? [{ field, code: 'too_long', values: { max: LONGEST } }] : []
}
