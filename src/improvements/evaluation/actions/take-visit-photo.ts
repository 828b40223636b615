import { writeWorkingFile } from '../../../attachments/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { keepEvidence } from '../../evidence/index.ts'
import type { Evaluation } from '../evaluation.ts'
import { elementsOf } from '../model.ts'
import { getOwnModel } from '../model-store.ts'
import { openFolder } from './open-folder.ts'

export interface VisitPhoto {
  photoId: string
  elementId: string
  takenOn: PlainDate
  caption: string
  bytes: Uint8Array
}

/** Puts a photo from the spot among what shows the element; the same photo again changes nothing. */
export async function takeVisitPhoto(
  system: System,
  { deed, today }: { deed: StaffDeed; today: PlainDate },
  { administrationId, centreId, year, modelVersion }: Evaluation,
  { photoId, elementId, takenOn, caption, bytes }: VisitPhoto,
): Promise<void> {
  const { model } = await getOwnModel(system.db, administrationId, modelVersion)
  if (elementsOf(model).every(({ id }) => id !== elementId)) throw new NotFound()
  const folderId = await openFolder(system, { administrationId, centreId, year }, elementId)
  const path = await writeWorkingFile(system.config.dataDir, bytes)
  const file = { name: `visita-${elementId}.jpg`, path }
  await keepEvidence(
    system,
    { deed, today },
    {
      ...{ evidenceId: photoId, centreId, file, caption },
      about: { kind: 'evaluation', id: folderId },
      ...{ spot: '', isPublic: false },
      // a tablet's clock may run ahead
      takenOn: takenOn > today ? today : takenOn,
    },
  )
}
