import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { Invalid, WrongState } from '../../../platform/errors.ts'
import { defineJob } from '../../../platform/jobs/index.ts'
import type { System } from '../../../system.ts'
import {
  getPack,
  insertPack,
  listReviews,
  replaceReviews,
  updateLookedAt,
  updatePack,
} from '../pack-store.ts'
import { dropPack, packPath } from '../pack-place.ts'
import { writePack } from './write-pack.ts'

/** An hour for one try: thousands of photos on a slow disk. */
export const makeEvidencePack = defineJob<{ administrationId: string; packId: string }>(
  'make_evidence_pack',
  { retryLimit: 1, expireInSeconds: 3600 },
)

/** Asked for now, made in the background. */
export async function askForPack(
  { db, jobs }: Pick<System, 'db' | 'jobs'>,
  deed: StaffDeed,
  { centreId, year }: { centreId: string; year: number },
): Promise<string> {
  const { administrationId, accountId, at } = deed
  const packId = randomUUID()
  await inTransaction(db, async (tx) => {
    const asked = { askedAt: at, askedBy: accountId }
    await insertPack(tx, { administrationId, packId, centreId, year, ...asked })
    await jobs.send(tx, makeEvidencePack, { administrationId, packId })
    await recordChange(tx, { ...deed, action: 'evidence_pack_asked', details: { packId } })
  })
  return packId
}

const TOLD_EVERY = 25

/** Safe to run twice: a pack that is there already stays. */
export async function makePack(
  system: System,
  { administrationId, packId }: { administrationId: string; packId: string },
  now: Date,
): Promise<void> {
  const { db, config } = system
  const pack = await getPack(db, { administrationId, packId })
  if (pack.state === 'made' || pack.state === 'released') return
  await updatePack(db, pack, { state: 'making', done: 0 })
  try {
    const path = packPath(config, packId)
    const written = await writePack(system, { ...pack, path, now }, async (done, of) => {
      if (done % TOLD_EVERY === 0) await updatePack(db, pack, { done, of_files: of })
    })
    await inTransaction(db, async (tx) => {
      const reviews = written.reviews.map((one) => ({ path: one.path, title: one.title }))
      await replaceReviews(tx, pack, reviews)
      await updatePack(tx, pack, {
        state: 'made',
        ...{ done: written.files, of_files: written.files, bytes: written.bytes, made_at: now },
        sha256: Buffer.from(written.sha256, 'hex'),
      })
    })
  } catch (error) {
    await dropPack(config, packId)
    await updatePack(db, pack, { state: 'failed' })
    throw error
  }
}

/** Notes which pages a person looked at; once all were, and the person says so, the pack may leave. */
export async function reviewPack(
  { db }: Pick<System, 'db'>,
  deed: StaffDeed,
  { packId, looked, release }: { packId: string; looked: readonly string[]; release: boolean },
): Promise<void> {
  const { administrationId, accountId, at } = deed
  await inTransaction(db, async (tx) => {
    const pack = await getPack(tx, { administrationId, packId })
    if (pack.state !== 'made') throw new WrongState()
    await updateLookedAt(tx, pack, looked, { at, by: accountId })
    if (looked.length > 0) {
      const details = { packId, pages: looked.length }
      await recordChange(tx, { ...deed, action: 'evidence_pack_reviewed', details })
    }
    if (!release) return
    const left = (await listReviews(tx, pack)).filter(({ lookedAt }) => lookedAt === null).length
    if (left > 0) throw new Invalid([{ field: 'looked', code: 'unseen', values: { count: left } }])
    await updatePack(tx, pack, { state: 'released', released_at: at, released_by: accountId })
    await recordChange(tx, { ...deed, action: 'evidence_pack_released', details: { packId } })
  })
}
