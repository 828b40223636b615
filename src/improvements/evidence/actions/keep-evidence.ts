import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import {
  attachmentProblem,
  dropStoredFile,
  takeFile,
  type StoredFile,
} from '../../../attachments/index.ts'
import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { Invalid } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import type { EvidenceSubject } from '../evidence.ts'
import { insertEvidence, isEvidenceKnown } from '../evidence-store.ts'
import { placeMarks } from '../place-marks.ts'
import { readExif, type PhotoFacts } from '../read-exif.ts'

/** What a person says of a photo or document that they add. */
export interface EvidenceWords {
  caption: string
  spot: string
  /** Null: not said; then a photo's own day counts. */
  takenOn: PlainDate | null
  isPublic: boolean
}

export interface EvidenceToKeep extends EvidenceWords {
  /** Made where it comes from, so that sending twice keeps it once; else one is made here. */
  evidenceId?: string
  centreId: string | null
  about: EvidenceSubject
  file: { name: string; path: string }
}

/** Kept without what the camera hid in it; day and place are read before. Problems are thrown as `Invalid`. */
export async function keepEvidence(
  system: System,
  { deed, today }: { deed: StaffDeed; today: PlainDate },
  toKeep: EvidenceToKeep,
): Promise<string> {
  if (toKeep.takenOn !== null && toKeep.takenOn > today) refuse('takenOn', 'in_future')
  const { evidenceId = randomUUID() } = toKeep
  if (await isEvidenceKnown(system.db, deed.administrationId, evidenceId)) return evidenceId
  const facts = await readFacts(toKeep.file.path)
  const file = await takeFile(system, toKeep.file)
  if (typeof file === 'string') throw new Invalid([attachmentProblem(file, 'file')])
  try {
    return await keep(system, deed, { ...toKeep, evidenceId }, { file, facts })
  } catch (error) {
    await dropStoredFile(system, file.storageName)
    throw error
  }
}

async function keep(
  { db, secrets }: System,
  deed: StaffDeed,
  { evidenceId, centreId, about, caption, spot, ...said }: Required<EvidenceToKeep>,
  { file, facts }: { file: StoredFile; facts: PhotoFacts },
): Promise<string> {
  const { administrationId, accountId, at } = deed
  const takenOn = said.takenOn ?? facts.takenOn
  if (file.image && takenOn === null) refuse('takenOn', 'photo_without_day')
  if (said.isPublic && !file.image) refuse('isPublic', 'only_photos')
  const { name: fileName, mediaType: type, bytes, image, sha256, storageName, scanState } = file
  await inTransaction(db, async (tx) => {
    await insertEvidence(tx, {
      ...{ administrationId, centreId, evidenceId, about, caption, spot, takenOn },
      ...{ fileName, type, bytes, image, sha256, storageName, scanState },
      fileDate: facts.takenOn,
      placeMarks: placeMarks(facts.place, secrets.keyFor('photo-places')),
      isPublic: said.isPublic,
      addedBy: accountId,
      addedAt: at,
    })
    const details = { evidenceId, about: about.kind }
    await recordChange(tx, { ...deed, action: 'evidence_added', details })
  })
  return evidenceId
}

/** Decodes nothing; what is no picture has nothing to say. */
async function readFacts(path: string): Promise<PhotoFacts> {
  const header = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  return readExif(header?.exif)
}

function refuse(field: string, code: string): never {
  throw new Invalid([{ field, code, text: `improvements-evidence.problems.${field}.${code}` }])
}
