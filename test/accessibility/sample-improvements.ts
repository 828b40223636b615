import { randomUUID } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getBookRules } from '../../src/administrations/index.ts'
import { beginEvaluation } from '../../src/improvements/evaluation/index.ts'
import { askForPack } from '../../src/improvements/evidence-pack/index.ts'
import { disseminate } from '../../src/improvements/dissemination/index.ts'
import { keepEvidence } from '../../src/improvements/evidence/index.ts'
import { addAreas, planCorrective, planInspections } from '../../src/improvements/measures/index.ts'
import { listInspections } from '../../src/improvements/measures/inspection-store.ts'
import { writePractice } from '../../src/improvements/practices/index.ts'
import { addRows, beginInstrument } from '../../src/improvements/instruments/index.ts'
import { listRows } from '../../src/improvements/instruments/row-store.ts'
import { planTask } from '../../src/improvements/tasks/index.ts'
import { listMeetings, planMeetings } from '../../src/improvements/team/index.ts'
import type { StaffDeed } from '../../src/people/index.ts'
import type { System } from '../../src/system.ts'
import { adoptInDemo } from '../improvements/evaluation/adopt.ts'
import { photoOf } from '../improvements/evidence/send-photo.ts'
import { accountOf } from '../surveys/campaigns.ts'

/** Something to see in the rooms of the improvement. */
export async function buildSampleImprovements(system: System): Promise<Record<string, string>> {
  const { administration, centres } = await getBookRules(system, 'demo', system.clock())
  const { administrationId } = administration
  const accountId = await accountOf(system, 'responsable')
  const deed = { administrationId, accountId, at: system.clock() }
  const taskId = await planTask(system, deed, {
    ...{ administrationId, centreId: null, ownerId: accountId, dueOn: '2026-02-20' },
    ...{ origin: 'gap', originId: randomUUID(), what: 'Poner letreros en la sala de espera' },
  })
  if (!taskId) throw new Error('The task was there before')
  const about = { kind: 'task', id: taskId } as const
  const said = { centreId: null, caption: 'Sala de espera', spot: 'Entrada', isPublic: false }
  const file = { name: 'sala.jpg', path: await photoOnDisk() }
  const today = '2026-03-02'
  const photo = { ...said, about, takenOn: today, file }
  return {
    taskId,
    disseminationId: await tellStaff(system, deed),
    meetingId: await planMeeting(system, deed, centres[0]!.centreId),
    inspectionId: await planInspection(system, deed, centres[0]!.centreId),
    evidenceId: await keepEvidence(system, { deed, today }, photo),
    practiceId: await writeDown(
      system,
      deed,
      centres.find(({ slug }) => slug === 'centro')!.centreId,
    ),
    ...(await buildInstrument(system, deed)),
    ...(await buildEvaluation(system)),
  }
}

/** Of the centre of the head of office, with the first criterion open. */
async function buildEvaluation(system: System): Promise<Record<string, string>> {
  const { book, deed } = await adoptInDemo(system)
  const { centreId } = book.centres.find(({ slug }) => slug === 'centro')!
  const begun = { centreId, year: 2026, kind: 'self' } as const
  const evaluationId = await beginEvaluation(system, deed, begun)
  const packId = await askForPack(system, deed, { centreId, year: 2026 })
  return { evaluationId, packId, criterionId: 'protocolo', elementId: 'NC-01' }
}

/** With a row that came from somewhere and still lacks most of its cells. */
async function buildInstrument(system: System, deed: StaffDeed): Promise<Record<string, string>> {
  const { administrationId } = deed
  const whose = { administrationId, centreId: null, serviceId: null, year: 2026 }
  const today = '2026-03-02'
  const begun = { ...whose, kind: 'experience' } as const
  const instrumentId = await beginInstrument(system, { ...deed, today }, begun)
  const source = { key: 'row:1', said: 'Identificación de valor, versión 1, fila 1' }
  const cells = { stage: 'during', pain: 'Piden tres copias', emotion: '-1' }
  await addRows(system, deed, instrumentId, [{ cells, source }])
  const [row] = await listRows(system.db, administrationId, [instrumentId])
  return { instrumentId, instrumentRowId: row?.rowId ?? '' }
}

async function planInspection(system: System, deed: StaffDeed, centreId: string): Promise<string> {
  const { accountId, administrationId } = deed
  const firstOn = '2026-03-03'
  await addAreas(system, deed, { centreId, names: ['Sala de espera'] })
  await planInspections(system, deed, { centreId, firstOn, inspectorId: accountId })
  await planCorrective(system, deed, {
    ...{ centreId, finding: 'Hay cajas en el pasillo', cause: 'No hay archivo', foundBy: null },
    ...{ action: 'Llevar las cajas al archivo', ownerId: accountId, dueOn: '2026-03-20' },
  })
  const days = { from: firstOn, until: firstOn }
  const [planned] = await listInspections(system.db, administrationId, days)
  if (!planned) throw new Error('No inspection was planned')
  return planned.inspectionId
}

async function planMeeting(system: System, deed: StaffDeed, centreId: string): Promise<string> {
  const firstOn = '2026-11-30'
  await planMeetings(system, deed, { centreId, firstOn, meets: 'monthly' })
  const days = { from: firstOn, until: firstOn }
  const [planned] = await listMeetings(system.db, deed.administrationId, days)
  if (!planned) throw new Error('No meeting was planned')
  return planned.meetingId
}

async function writeDown(system: System, deed: StaffDeed, centreId: string): Promise<string> {
  const practiceId = randomUUID()
  const tests = { benefit: { met: true, reason: 'La espera bajó a la mitad' } }
  await writePractice(system, deed, {
    ...{ practiceId, version: 1, centreId, kind: 'replicated', name: 'Fila única' },
    ...{ problem: 'Había tres filas', initiative: 'Una sola fila', originalId: null },
    ...{ adaptation: '', draft: 'Una fila con turnos', figures: '', voices: '', benefit: '' },
    ...{ tests, writtenOn: '2026-02-20' },
  })
  return practiceId
}

function tellStaff(system: System, deed: StaffDeed): Promise<string> {
  return disseminate(system, deed, {
    ...{ centreId: null, subject: 'ethics', aboutId: null, title: 'Código de ética 2026' },
    ...{ edition: '2026', body: 'Servir con respeto.', link: '', audience: [] },
    ...{ how: 'En reunión', begunOn: '2026-02-20', dueOn: '2026-03-20' },
    quiz: [{ text: '¿Cómo se sirve?', answers: ['Con respeto', 'Con prisa'], right: 0 }],
  })
}

async function photoOnDisk(): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'photo-')), 'photo')
  await writeFile(path, Buffer.from(await (await photoOf()).arrayBuffer()))
  return path
}
