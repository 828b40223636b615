import { randomUUID } from 'node:crypto'
import { getBookRules } from '../../../src/administrations/index.ts'
import { insertRow } from '../../../src/improvements/gaps/gap-row-store.ts'
import { insertGap, updateClosed } from '../../../src/improvements/gaps/gap-store.ts'
import { beginProcess } from '../../../src/improvements/processes/index.ts'
import { inTransaction } from '../../../src/platform/database/connection.ts'
import type { System } from '../../../src/system.ts'
import { accountOf } from '../../surveys/campaigns.ts'

export interface ClosedGap {
  administrationId: string
  centreId: string
  serviceId: string
  rowId: string
}

/** A closed analysis of one problem about waiting in a service of the demonstration's first centre. */
export async function closeGap(system: System, about = 'predial'): Promise<ClosedGap> {
  const { administration, centres, services } = await getBookRules(system, 'demo', system.clock())
  const { administrationId } = administration
  const { centreId } = centres.find(({ slug }) => slug === 'centro')!
  const { serviceId } = services.find(({ slug }) => slug === about)!
  const by = await accountOf(system, 'mejora')
  const at = system.clock()
  const deed = { administrationId, accountId: by, at }
  const processId = await beginProcess(system, deed, { centreId, serviceId })
  const [gapId, rowId] = [randomUUID(), randomUUID()]
  await inTransaction(system.db, async (tx) => {
    await insertGap(tx, {
      administrationId,
      centreId,
      gapId,
      processId,
      processVersion: 1,
      serviceId,
      version: 1,
      periodFrom: '2026-02-02',
      periodUntil: '2026-02-28',
      reviewOn: '2027-03-01',
      writtenAt: at,
      writtenBy: by,
    })
    const row = {
      rowId,
      lineId: randomUUID(),
      gapId,
      place: 1,
      stepId: randomUUID(),
      activity: 'Entregar turno',
      problem: 'La gente espera de pie y sin orden',
      noProblem: '',
      links: [
        {
          kind: 'code' as const,
          id: 'x',
          corpusId: null,
          name: 'Espera',
          n: 20,
          of: 60,
          severity: 3,
        },
      ],
      action: 'Poner turnos numerados',
      criteria: ['NC-08'],
      severity: 3,
      feasibility: 3,
      ownerId: by,
      dueOn: '2026-04-30',
      revision: 1,
    }
    await insertRow(tx, row, { administrationId, at, by })
    await updateClosed(tx, { administrationId, gapId }, { on: '2026-03-01', by })
  })
  return { administrationId, centreId, serviceId, rowId }
}
