import type { Config } from '../../src/config.ts'
import type { Database } from '../../src/platform/database/open-database.ts'
import { keyProblem } from '../../src/platform/master-key.ts'
import type { Finding } from './finding.ts'

/** Without the key that the data was made with, nobody can follow their case. */
export async function checkMasterKey({ db }: Database, { dataDir }: Config): Promise<Finding> {
  const problem = await keyProblem(db, dataDir)
  return { good: problem === null, text: problem ?? 'the master key fits this database' }
}
