import type { Db } from './database/connection.ts'
import { CannotStart } from './errors.ts'
import {
  findKeyFingerprint,
  insertKeyFingerprint,
  mayHaveKeyFingerprint,
} from './master-key-store.ts'
import { findSecrets, masterKeyPath, openSecrets, type Secrets } from './secrets.ts'

/**
 * The secrets that this database was made with. Beside a book a lost key is never replaced: with another
 * one nobody could follow their case again, and no backup could be read.
 */
export async function openSecretsOf(db: Db, dataDir: string): Promise<Secrets> {
  const problem = await keyProblem(db, dataDir)
  if (problem !== null) throw new CannotStart(problem)
  const secrets = openSecrets(dataDir)
  await insertKeyFingerprint(db, fingerprintOf(secrets))
  // another process may have noted its own meanwhile
  const after = await keyProblem(db, dataDir)
  if (after !== null) throw new CannotStart(after)
  return secrets
}

/** What is wrong with the key under DATA_DIR for this database, with what to do; null: nothing. */
export async function keyProblem(db: Db, dataDir: string): Promise<string | null> {
  const noted = (await mayHaveKeyFingerprint(db)) ? await findKeyFingerprint(db) : null
  if (noted === null) return null
  const path = masterKeyPath(dataDir)
  const secrets = findSecrets(dataDir)
  if (secrets === null) return `The master key ${path} is missing. ${RESTORE}`
  const fits = fingerprintOf(secrets).equals(noted)
  return fits
    ? null
    : `The master key ${path} is not the one that this database was made with. ${RESTORE}`
}

const RESTORE = 'Put the secrets folder that you keep apart back in its place and start again.'

function fingerprintOf(secrets: Secrets): Buffer {
  return secrets.keyFor('fingerprint')
}
