import { randomUUID } from 'node:crypto'
import { answerTemplateSetting } from '../../src/answer-templates/index.ts'
import { settle } from '../../src/settings/index.ts'
import type { System } from '../../src/system.ts'
import { asStaff } from '../cases/staff-at-work.ts'

/** A text to begin an answer with, so that the answer's form has it to choose. */
export async function buildSampleTemplate(system: System, caseNumber: string) {
  const { viewer, ref } = await asStaff(system, 'responsable', caseNumber)
  const templateId = randomUUID()
  const value = {
    templateId,
    name: 'Queja fundada',
    body: 'El {{fecha_de_presentación}} nos escribió. {{si resultado = Tiene razón}}Tiene razón.{{fin}}',
    measures: '',
    kinds: ['complaint'],
    serviceIds: [],
    language: null,
  }
  const { administrationId } = ref
  const deed = { administrationId, accountId: viewer.staff.accountId, at: system.clock() }
  await settle(system, deed, answerTemplateSetting, { id: templateId, version: 0, value })
  return { templateId }
}
