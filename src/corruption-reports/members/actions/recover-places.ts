import { randomBytes } from 'node:crypto'
import { NotAllowed, NotFound, WrongState } from '../../../platform/errors.ts'
import { listEpochs } from '../../epoch-store.ts'
import { findDirectory } from '../../known-directory.ts'
import {
  closeRecovery,
  insertRecoveryRequest,
  insertRecoveryShare,
  listGivers,
  listOpenRecoveries,
  listRecoveryShares,
  type RecoveryRequest,
} from '../../recovery-store.ts'
import { getReport, listReports } from '../../report-store.ts'
import { inSealedTransaction, type SealedTx } from '../../sealed-store.ts'
import {
  directoryAt,
  envelopeSizes,
  sameBytes,
  slotHolders,
  type Directory,
} from '../../sealing/index.ts'
import { listSlots, replaceReadSlot } from '../../slot-store.ts'
import { listWrapRecoveries, replaceWrap } from '../../wrap-store.ts'
import type { MembersRoom } from '../room.ts'

/** Two holders give back what a place had: fewer shares say nothing. */
export const holdersNeeded = 2

export interface PlaceOfReport {
  report: Uint8Array
  epoch: number
}

export interface OpenRecovery {
  request: Uint8Array
  owner: string
  name: string
  givers: readonly string[]
}

/** A reader with new keys asks the holders for what the keys before them opened. */
export async function askRecovery(room: MembersRoom): Promise<void> {
  const { sealed, administrationId, identity, today } = room
  await inSealedTransaction(sealed, administrationId, async (tx) => {
    const known = await findDirectory(tx)
    const readers = known ? slotHolders(known.directory) : []
    if (!identity || !readers.some(({ id }) => id === identity.id)) throw new NotAllowed()
    const open = await listOpenRecoveries(tx)
    if (open.some(({ memberId }) => memberId === identity.id)) throw new WrongState()
    await insertRecoveryRequest(tx, {
      requestId: randomBytes(16),
      lostId: identity.id,
      memberId: identity.id,
      byAccount: identity.id,
      requestedOn: today,
    })
  })
}

export async function listRecoveries(tx: SealedTx, directory: Directory): Promise<OpenRecovery[]> {
  const open = await listOpenRecoveries(tx)
  return Promise.all(
    open.map(async ({ requestId, memberId }) => ({
      request: requestId,
      owner: memberId,
      name: directory.members.find(({ id }) => id === memberId)?.name ?? '',
      givers: await listGivers(tx, requestId),
    })),
  )
}

export interface SharesPlace extends PlaceOfReport {
  /** Whose shares the box holds, in their order. */
  owners: readonly string[]
  box: Uint8Array
}

/**
 * The holder's own boxes of every report in which the asker has a place, whether it ever opened or
 * not. Where a reader let them in later, that place stands for the one before.
 */
export async function listSharesAsked(room: MembersRoom, requestId: Uint8Array) {
  const { sealed, administrationId, identity } = room
  if (identity?.role !== 'recovery_holder') throw new NotAllowed()
  return inSealedTransaction(sealed, administrationId, async (tx) => {
    const { memberId } = await getOpen(tx, requestId)
    const known = await findDirectory(tx)
    const places: SharesPlace[] = []
    for (const report of await listReports(tx)) {
      const whose = { memberId, holderId: identity.id }
      const wrapped = await listWrapRecoveries(tx, report, whose)
      const { reportId } = report
      places.push(...wrapped.map((place) => ({ report: reportId, owners: [memberId], ...place })))
      for (const { epoch, directory } of await listEpochs(tx, report)) {
        if (wrapped.some((place) => place.epoch === epoch)) continue
        const then = known && directoryAt(known.directory, directory)
        const owners = then ? slotHolders(then).map(({ id }) => id) : []
        const only = { purpose: 'recovery', epoch, memberId: identity.id } as const
        const [slot] = owners.includes(memberId) ? await listSlots(tx, report, only) : []
        if (slot) places.push({ report: reportId, epoch, owners, box: slot.blob })
      }
    }
    return { owner: memberId, places }
  })
}

export interface GivenShare extends PlaceOfReport {
  share: Uint8Array
}

export async function giveShares(
  room: MembersRoom,
  requestId: Uint8Array,
  shares: readonly GivenShare[],
): Promise<void> {
  const { sealed, administrationId, identity, today } = room
  if (identity?.role !== 'recovery_holder') throw new NotAllowed()
  await inSealedTransaction(sealed, administrationId, async (tx) => {
    await getOpen(tx, requestId)
    for (const { report, epoch, share } of shares) {
      const given = { epoch, holderId: identity.id, byAccount: identity.id, share, day: today }
      await insertRecoveryShare(tx, await getReport(tx, report), requestId, given)
    }
  })
}

export interface RecoverablePlace extends PlaceOfReport {
  content: Uint8Array
  contentKey: Uint8Array
  shares: readonly { holder: string; box: Uint8Array }[]
}

/** What was given for the asker's own places. */
export async function listOwnShares(room: MembersRoom) {
  const { sealed, administrationId, identity } = room
  return inSealedTransaction(sealed, administrationId, async (tx) => {
    const own = await findOwn(tx, identity?.id)
    const places: RecoverablePlace[] = []
    for (const report of await listReports(tx)) {
      const shares = await listRecoveryShares(tx, report, own.requestId)
      for (const { epoch, content, contentPub } of await listEpochs(tx, report)) {
        const given = shares.filter((share) => share.epoch === epoch)
        if (given.length === 0) continue
        places.push({
          report: report.reportId,
          epoch,
          content,
          contentKey: contentPub,
          shares: given.map(({ holderId, share }) => ({ holder: holderId, box: share })),
        })
      }
    }
    return { owner: own.memberId, places }
  })
}

export interface NewPlace extends PlaceOfReport {
  box: Uint8Array
}

/** All places at once: which of them open again, nobody here can see. */
export async function takeNewPlaces(room: MembersRoom, places: readonly NewPlace[]): Promise<void> {
  const { sealed, administrationId, identity, today } = room
  await inSealedTransaction(sealed, administrationId, async (tx) => {
    const own = await findOwn(tx, identity?.id)
    if ((await listGivers(tx, own.requestId)).length < holdersNeeded) throw new WrongState()
    for (const { report, epoch, box } of places) {
      if (box.length !== envelopeSizes.slot) throw new NotFound()
      const place = { epoch, memberId: own.memberId, blob: box }
      const found = await getReport(tx, report)
      const isReplaced =
        (await replaceWrap(tx, found, place)) || (await replaceReadSlot(tx, found, place))
      if (!isReplaced) throw new NotFound()
    }
    await closeRecovery(tx, own.requestId, today)
  })
}

async function getOpen(tx: SealedTx, requestId: Uint8Array): Promise<RecoveryRequest> {
  const found = (await listOpenRecoveries(tx)).find((one) => sameBytes(one.requestId, requestId))
  if (!found) throw new NotFound()
  return found
}

async function findOwn(tx: SealedTx, memberId: string | undefined): Promise<RecoveryRequest> {
  const own = (await listOpenRecoveries(tx)).find((one) => one.memberId === memberId)
  if (!own) throw new NotFound()
  return own
}
