import type { System } from '../../system.ts'
import { Invalid } from '../../platform/errors.ts'
import { changeTerms } from '../case-clocks.ts'
import { accountsNamed } from '../tell.ts'
import { classificationProblems } from '../classification.ts'
import { takeStaffStep, type StepContext } from './staff-step.ts'
import type { StaffRequest } from './take-step.ts'

export interface Classification {
  kind: string
  centreId: string
  serviceId: string | null
  /** The primary one first. */
  motives: readonly string[]
}

/** What it really is, as a person read it in triage; where that has another term, the date moves. */
export async function reclassifyCase(
  system: System,
  request: StaffRequest,
  to: Classification,
  reason: string,
  now: Date,
) {
  return takeStaffStep(system, request, 'reclassify', now, async (context) => {
    const { item, book, today } = context
    const problems = classificationProblems(to, book, today)
    if (problems.length > 0) throw new Invalid(problems)
    const dueOn = await newDueDate(context, to)
    return {
      contents: reason ? [context.write('reason', reason)] : [],
      changes: {
        kind: to.kind,
        centre_id: to.centreId,
        service_id: to.serviceId,
        motives: [...to.motives],
        due_on: dueOn,
      },
      details: { from: item.kind, to: to.kind, dueBefore: item.dueOn, dueOn },
    }
  })
}

async function newDueDate(context: StepContext, to: Classification): Promise<string | null> {
  const { item } = context
  if (item.kind === to.kind && item.centreId === to.centreId) return item.dueOn
  return changeTerms(context, to)
}

export interface NamedOfficials {
  named: readonly string[]
  /** The text seemed to name them, and a person saw that it does not. */
  dismissed: readonly string[]
}

/** Whom the case names. They lose sight of it, and somebody else takes it over. */
export async function nameOfficials(
  system: System,
  request: StaffRequest,
  { named, dismissed }: NamedOfficials,
  now: Date,
) {
  return takeStaffStep(system, request, 'name_officials', now, ({ item, book }) => {
    const known = named.every((id) => book.names.has(id))
    if (!known) throw new Invalid([{ field: '/named', code: 'unknown' }])
    const excluded = accountsNamed({ namedOfficials: named }, book)
    const isHandlerNamed = item.handlerId !== null && excluded.includes(item.handlerId)
    return {
      changes: {
        named_officials: [...named],
        ...(isHandlerNamed && { handler_id: null }),
      },
      details: { named: [...named], dismissed: [...dismissed], handlerChanged: isHandlerNamed },
    }
  })
}
