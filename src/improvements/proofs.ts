import type { Db } from '../platform/database/connection.ts'
import type { System } from '../system.ts'
import { tellDisseminationProofs } from './dissemination/index.ts'
import { tellProofs as tellDigitalisation } from './digitalisation/index.ts'
import { tellProofs as tellGaps } from './gaps/index.ts'
import { tellMeasureProofs } from './measures/index.ts'
import { tellProofs as tellProcesses } from './processes/index.ts'
import type { Proof, ProofKey, ProofQuestion, TellProofs } from './proof.ts'
import { tellAttentions } from './proofs-of-others/attentions.ts'
import { tellCases } from './proofs-of-others/cases.ts'
import { tellCollection } from './proofs-of-others/collection.ts'
import { tellDevices } from './proofs-of-others/devices.ts'
import { tellReports } from './proofs-of-others/reports.ts'
import { tellServices } from './proofs-of-others/services.ts'
import { tellProofs as tellInstruments } from './instruments/index.ts'
import { tellPracticeProofs } from './practices/index.ts'
import { tellProjectProofs } from './projects/index.ts'
import { tellRiskProofs } from './risks/index.ts'
import { tellTeamProofs } from './team/index.ts'
import { tellToldProofs } from './told/index.ts'

/** Every room that has something to show: one line each. */
function tellers(system: System): readonly TellProofs[] {
  return [
    tellCollection(system),
    tellReports,
    tellCases(system),
    tellAttentions(system),
    tellDevices,
    tellServices(system),
    tellProcesses,
    tellProjectProofs(system),
    tellToldProofs,
    tellGaps,
    tellDigitalisation,
    tellMeasureProofs(system),
    tellTeamProofs(system),
    tellDisseminationProofs(system),
    tellRiskProofs,
    tellPracticeProofs(system),
    tellInstruments,
  ]
}

export type Proofs = ReadonlyMap<ProofKey, readonly Proof[]>

/** All that the book shows of a year in a place, by what it proves. */
export async function readProofs(
  system: System,
  question: ProofQuestion,
  db: Db = system.db,
): Promise<Proofs> {
  const found = new Map<ProofKey, Proof[]>()
  // one after the other: a transaction that sees one moment has one connection
  for (const tell of tellers(system)) {
    for (const proof of await tell(db, question)) {
      const same = found.get(proof.key)
      if (same) same.push(proof)
      else found.set(proof.key, [proof])
    }
  }
  return found
}
