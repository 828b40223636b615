import type { Request } from 'express'
import { z } from 'zod'
import { personInput, type PersonInput } from '../../cases/index.ts'
import { Invalid } from '../../platform/errors.ts'
import { readForm, sendingForm, words } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { makeEffective } from '../actions/make-effective.ts'
import { CORRECTABLE } from './correction-fields.ts'
import { orMoved, requestForms, version } from './send-step.ts'

const effectForm = z.object({ seen: version, sure: z.literal('yes', 'required') })

/** What was granted is done now: confirmed once more, since nothing of it comes back. */
export function sendEffect(system: System) {
  return sendingForm(requestForms(system), effectForm, async (room, { seen }, request) => {
    const held = room.items.filter((item) => item.held)
    if (room.request.right === 'erasure' && held.length > 0) {
      return [{ field: 'sure', code: 'held', values: { cases: held.map(numberOf).join(', ') } }]
    }
    const corrected = room.request.right === 'correction' ? readCorrection(request) : undefined
    const taken = { ref: room.request, staff: room.staff, seen }
    return orMoved(async () => {
      await makeEffective(system, taken, room.deed.at, corrected)
      return `${room.urls.request}?hecho=effective`
    })
  })
}

function readCorrection(request: Request): PersonInput {
  const { values, problems } = readForm(
    request,
    z.object(Object.fromEntries(CORRECTABLE.map((name) => [name, words(500)]))),
  )
  if (!values) throw new Invalid(problems)
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
  const read = personInput.safeParse(given)
  if (read.success) return read.data
  throw new Invalid(
    read.error.issues.map(({ path }) => ({ field: String(path[0] ?? 'names'), code: 'not_valid' })),
  )
}

const numberOf = ({ caseNumber }: { caseNumber: string }) => caseNumber
