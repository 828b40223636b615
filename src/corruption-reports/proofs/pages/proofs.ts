import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { listBatches } from '../../commitment-store.ts'
import { commitmentKeysOf } from '../../retention/close-weeks.ts'
import { requireSealed } from '../../sealed-database.ts'
import { inSealedTransaction } from '../../sealed-store.ts'
import { openProofsVisit } from '../open-proofs-visit.ts'
import { proofsView } from './proofs-view.ts'

/** For anybody: what the commitments prove, all that was published, and the form that checks a receipt. */
export function showProofs(system: System): Page {
  return async (request, response) => {
    const visit = await openProofsVisit(system, request, response)
    const batches = await inSealedTransaction(requireSealed(system), visit.administrationId, (tx) =>
      listBatches(tx),
    )
    const { publicKey } = commitmentKeysOf(system.secrets)
    render(response, 'corruption-reports/proofs/proofs', proofsView(visit, publicKey, batches))
  }
}
