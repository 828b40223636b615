import type { System } from '../../../system.ts'
import { receiveMessage, type Arrived } from './receive-message.ts'
import { unpackFiles } from './unpack-files.ts'

/**
 * Keeps a message and looks at its files. Once kept it is ours: what goes wrong with the files is tried
 * again when somebody opens it.
 */
export async function takeMessage(system: System, arrived: Arrived, now: Date): Promise<void> {
  const stored = await receiveMessage(system, arrived, now)
  if (!stored) return
  try {
    await unpackFiles(system, stored, now)
  } catch (error) {
    system.log.error({ err: error, mailId: stored.mailId }, 'files of a message were not unpacked')
  }
}
