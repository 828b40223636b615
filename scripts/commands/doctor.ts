import { CannotStart } from '../../src/platform/errors.ts'
import { readEnvironment } from '../../src/environment.ts'
import type { Database } from '../../src/platform/database/open-database.ts'
import type { Command } from '../command-line/command.ts'
import { withDatabase, withSealed } from '../command-line/with-system.ts'
import { checkDatabase } from '../doctor/database-checks.ts'
import { checkMasterKey } from '../doctor/master-key-check.ts'
import type { Finding } from '../doctor/finding.ts'
import { checkMachine } from '../doctor/machine-checks.ts'
import { tellSealedScripts } from '../doctor/sealed-scripts.ts'
import { checkNeighbours } from '../doctor/neighbour-checks.ts'
import { checkSealed } from '../doctor/sealed-checks.ts'

export const command: Command = {
  summary: 'Look at what the book needs (machine, database, mail, scanner) and say what is wrong.',
  usage: 'doctor',
  async run(_line, terminal) {
    const config = readEnvironment()
    const findings = [
      ...checkMachine(config),
      ...(await withDatabase(checkDatabases)),
      ...(await checkNeighbours(config)),
    ]
    for (const { good, text } of findings) terminal.say(`${good ? 'ok   ' : 'WRONG'}  ${text}`)
    await tellSealedScripts(terminal)
    const wrong = findings.filter(({ good }) => !good).length
    if (wrong > 0) throw new CannotStart(`${wrong} of ${findings.length} checks found something.`)
  },
}

async function checkDatabases(database: Database): Promise<Finding[]> {
  const key = await checkMasterKey(database, readEnvironment())
  const ordinary = [...(await checkDatabase(database)), key]
  // without the right key the sealed part's own login cannot be told
  if (!key.good) return ordinary
  return [...ordinary, await withSealed(database, { migrate: false }, checkSealed)]
}
