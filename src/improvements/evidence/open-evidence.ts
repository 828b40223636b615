import type { Readable } from 'node:stream'
import { mayBeOpened, NotYetSafe, readStoredFile, scanStoredFile } from '../../attachments/index.ts'
import type { System } from '../../system.ts'
import { getEvidence, updateScanState, type StoredEvidence } from './evidence-store.ts'

export interface OpenedEvidence {
  evidence: StoredEvidence
  /** Both ends included. */
  read: (range?: { start: number; end: number }) => Promise<Readable>
}

/** Whoever calls this has seen to it that the viewer may see it; the scanner is asked once more where it was silent. */
export async function openEvidence(
  system: Pick<System, 'db' | 'config' | 'log'>,
  { administrationId, evidenceId }: { administrationId: string; evidenceId: string },
): Promise<OpenedEvidence> {
  const evidence = await getEvidence(system.db, administrationId, evidenceId)
  const state = await scannedState(system, evidence)
  if (!mayBeOpened(state)) throw new NotYetSafe(state)
  return { evidence, read: (range) => readStoredFile(system, evidence.storageName, range) }
}

async function scannedState(
  system: Pick<System, 'db' | 'config' | 'log'>,
  evidence: StoredEvidence,
): Promise<StoredEvidence['scanState']> {
  if (evidence.scanState !== 'waiting') return evidence.scanState
  const state = await scanStoredFile(system, evidence.storageName)
  if (state !== 'waiting') await updateScanState(system.db, evidence, state)
  return state
}
