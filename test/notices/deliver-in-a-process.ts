import { readConfig } from '../../src/config.ts'
import { deliverNotices } from '../../src/notices/index.ts'
import { openSystem } from '../../src/system.ts'
import { addresses, registerTestLetters } from './test-letters.ts'

/** A worker that can be killed: delivers what is due to the address it is given, for one case. */
const [caseId = '', address = '', now = ''] = process.argv.slice(2)
registerTestLetters()
addresses.set(caseId, address)
const system = await openSystem(readConfig(process.env), {
  clock: () => new Date(now),
  migrate: false,
})
await deliverNotices(system)
await system.close()
