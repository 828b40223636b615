import type { Response } from 'express'
import { NotFound } from '../../../platform/errors.ts'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { findBatch, listBatches, type CommitmentBatch } from '../../commitment-store.ts'
import { commitmentKeysOf } from '../../retention/close-weeks.ts'
import { requireSealed } from '../../sealed-database.ts'
import { inSealedTransaction } from '../../sealed-store.ts'
import { batchesToJson } from '../../sealing/index.ts'
import { openProofsVisit } from '../open-proofs-visit.ts'

export function downloadAllBatches(system: System): Page {
  return async (request, response) => {
    const { administrationId } = await openProofsVisit(system, request, response)
    const batches = await inSealedTransaction(requireSealed(system), administrationId, (tx) =>
      listBatches(tx),
    )
    sendBatches(system, response, administrationId, batches)
  }
}

export function downloadBatch(system: System): Page {
  return async (request, response) => {
    const { administrationId } = await openProofsVisit(system, request, response)
    const seq = String(request.params['seq'])
    if (!/^[1-9]\d{0,8}$/.test(seq)) throw new NotFound()
    const batch = await inSealedTransaction(requireSealed(system), administrationId, (tx) =>
      findBatch(tx, Number(seq)),
    )
    if (!batch) throw new NotFound()
    sendBatches(system, response, administrationId, [batch])
  }
}

function sendBatches(
  { secrets }: System,
  response: Response,
  administrationId: string,
  batches: readonly CommitmentBatch[],
): void {
  const { publicKey } = commitmentKeysOf(secrets)
  const [only] = batches.length === 1 ? batches : []
  response
    .attachment(only ? `constancias-${only.week}-${only.seq}.json` : 'constancias.json')
    .json(batchesToJson(administrationId, publicKey, batches))
}
