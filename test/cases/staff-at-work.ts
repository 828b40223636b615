import { getBookRules } from '../../src/administrations/index.ts'
import { assignCase } from '../../src/cases/actions/assign-case.ts'
import { approveAnswer } from '../../src/cases/actions/decide-answer.ts'
import type { StaffRequest } from '../../src/cases/actions/take-step.ts'
import { submitDraft, type AnswerInput } from '../../src/cases/actions/work-on-case.ts'
import { findCase } from '../../src/cases/case-store.ts'
import { caseViewer } from '../../src/cases/case-viewer.ts'
import { findAccountByEmail, listGrantsOf } from '../../src/people/index.ts'
import type { System } from '../../src/system.ts'

/** Somebody of the demonstration's staff before a case, as it stands now. */
export async function asStaff(
  system: System,
  name: string,
  caseNumber: string,
): Promise<StaffRequest> {
  const book = await getBookRules(system, 'demo', system.clock())
  const { administrationId } = book.administration
  const account = await findAccountByEmail(system.db, `${name}@demo.example`)
  const ref = { administrationId, caseNumber }
  const item = await findCase(system.db, ref)
  if (!account || !item) throw new Error(`No ${account ? caseNumber : name} in the demonstration`)
  const grants = await listGrantsOf(system.db, [account.accountId])
  const staff = { ...account, grants, workplaces: [] }
  return { viewer: caseViewer(staff, book), ref, seenLength: item.historyLength }
}

async function unitId(system: System, slug: string): Promise<string> {
  const { units } = await getBookRules(system, 'demo', system.clock())
  const unit = units.find((each) => each.slug === slug)
  if (!unit) throw new Error(`The demonstration has no unit ${slug}`)
  return unit.unitId
}

const ANSWER: AnswerInput = {
  outcome: 'upheld',
  body: 'Tiene usted razón. Le pedimos disculpas.\n\nLa ventanilla cerró antes de la hora.',
  measures: 'Desde mañana habrá una persona de relevo.',
}

/** To the unit that collects taxes. */
export async function assignToUnit(system: System, caseNumber: string): Promise<void> {
  const to = { unitId: await unitId(system, 'ingresos'), handlerId: null }
  await assignCase(system, await asStaff(system, 'responsable', caseNumber), to, system.clock())
}

/** By the unit that has it. */
export async function draftAnswer(
  system: System,
  caseNumber: string,
  answer: Partial<AnswerInput> = {},
): Promise<void> {
  const unit = await asStaff(system, 'unidad2', caseNumber)
  await submitDraft(system, unit, { ...ANSWER, ...answer }, system.clock())
}

/** Assigned, drafted by the unit and approved by the responsible, each in their turn. */
export async function answerCase(
  system: System,
  caseNumber: string,
  answer: Partial<AnswerInput> = {},
): Promise<void> {
  await assignToUnit(system, caseNumber)
  await draftAnswer(system, caseNumber, answer)
  await approveAnswer(system, await asStaff(system, 'responsable', caseNumber), system.clock())
}
