import {
  beginFrame,
  gatherCorpus,
  getCorpus,
  listCodes,
  openCorpus,
  type Corpus,
  type FrameCode,
  type NewCorpus,
} from '../../../src/analysis/words/index.ts'
import { getBookRules } from '../../../src/administrations/index.ts'
import type { System } from '../../../src/system.ts'
import { fileComplaint } from '../../cases/follow/followed-case.ts'
import { accountOf } from '../../surveys/campaigns.ts'

/** Nothing here was taken from anybody. */
export const TOLD = [
  'Esperé cuatro horas en la fila de la ventanilla. La señorita Ochoa me contestó de mal modo.',
  'Me llamo Hilario Cárdenas y el baño no tiene agua desde el lunes. Nadie limpia el pasillo.',
  'Primero me pidieron dos copias y después tres. Mi teléfono es 55 5555 1234.',
  'La fila da vuelta a la calle y no hay sombra. Deberían poner más ventanillas por la mañana.',
  'El acta salió con el apellido mal escrito. Tuve que volver tres veces por lo mismo.',
]

export interface Deeds {
  administrationId: string
  analyst: { administrationId: string; accountId: string; at: Date }
  manager: { administrationId: string; accountId: string; at: Date }
}

export async function deedsOf(system: System): Promise<Deeds> {
  const { administration } = await getBookRules(system, 'demo', system.clock())
  const { administrationId } = administration
  const at = system.clock()
  const deed = async (name: string) => ({
    administrationId,
    accountId: await accountOf(system, name),
    at,
  })
  return { administrationId, analyst: await deed('analisis'), manager: await deed('responsable') }
}

/** A corpus of all that the demonstration's book holds, gathered. */
export async function buildCorpus(
  system: System,
  asked: Partial<NewCorpus> = {},
): Promise<{ corpus: Corpus; codes: FrameCode[] }> {
  const { administrationId, analyst } = await deedsOf(system)
  const frameId =
    asked.frameId ?? (await beginFrame(system, analyst, { name: 'Marco 2026', language: 'es' }))
  const corpusId = await openCorpus(system, analyst, {
    question: '¿Qué molesta en las ventanillas?',
    periodFrom: '2026-03-01',
    periodUntil: '2026-03-31',
    filter: { kinds: [], centreIds: [], serviceIds: [], channels: [] },
    sampling: 'all',
    sampleSize: null,
    seed: 7,
    ...asked,
    frameId,
  })
  await gatherCorpus(system, { administrationId, corpusId })
  return {
    corpus: await getCorpus(system.db, administrationId, corpusId),
    codes: await listCodes(system.db, administrationId, frameId),
  }
}

export async function fileTold(system: System): Promise<void> {
  for (const description of TOLD) await fileComplaint(system, { description })
}
