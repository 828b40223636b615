import { randomUUID } from 'node:crypto'
import { getBookRules } from '../../src/administrations/index.ts'
import {
  beginProcess,
  keepDraft,
  validateProcess,
  type Step,
} from '../../src/improvements/processes/index.ts'
import type { Role } from '../../src/people/index.ts'
import { localDate } from '../../src/platform/dates.ts'
import type { System } from '../../src/system.ts'
import { accountOf } from '../surveys/campaigns.ts'

/** A process of the demonstration, written by its owner and validated by the two who have to. */
export async function buildValidatedProcess(
  system: System,
  where: { centre: string; service: string },
): Promise<{ processId: string; steps: readonly Step[] }> {
  const at = system.clock()
  const { administration, centres, services } = await getBookRules(system, 'demo', at)
  const { administrationId, timeZone } = administration
  const centreId = centres.find(({ slug }) => slug === where.centre)?.centreId ?? ''
  const serviceId = services.find(({ slug }) => slug === where.service)?.serviceId ?? ''
  const deed = { administrationId, accountId: await accountOf(system, 'mejora'), at }
  const processId = await beginProcess(system, deed, { centreId, serviceId })
  const [one, two, three, four] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const steps: Step[] = [
    activity(one, 'Recibir la solicitud', two),
    {
      stepId: two,
      kind: 'decision',
      text: '¿Está completa?',
      ways: [
        { label: 'Sí', to: three },
        { label: 'No', to: one },
      ],
    },
    activity(three, 'Buscar el acta', four),
    activity(four, 'Entregar el acta', 'end'),
  ]
  const objective = 'Entregar actas en una sola visita'
  await keepDraft(system, deed, { processId, version: 1, revision: 1, objective, steps })
  for (const [name, role] of [
    ['jefatura', 'office_head'],
    ['evaluacion', 'evaluator'],
  ] as const) {
    const accountId = await accountOf(system, name)
    const staff = staffOf(accountId, role, administrationId)
    const today = localDate(at, timeZone)
    const validator = { deed: { ...deed, accountId }, staff, today, language: 'es' }
    await validateProcess(system, validator, { processId, version: 1, revision: 2 })
  }
  return { processId, steps }
}

function activity(stepId: string, text: string, to: string): Step {
  return { stepId, kind: 'activity', text, ways: [{ label: '', to }] }
}

function staffOf(accountId: string, role: Role, administrationId: string) {
  const grants = [{ role, administrationId, centreId: null, unitId: null }]
  return { accountId, name: '', email: '', language: 'es', grants, workplaces: [] }
}
