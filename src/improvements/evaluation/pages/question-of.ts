import type { ProofQuestion } from '../../proof.ts'
import type { RoomOfCentre } from './evaluation-room.ts'

/** What is asked of the rooms that prove something, for the centre and year of a visit. */
export function questionOf(room: RoomOfCentre): ProofQuestion & { centreId: string } {
  const { deed, centre, slug, year, today, lang, t } = room
  const { administrationId } = deed
  return { administrationId, centreId: centre.centreId, slug, year, today, lang, t }
}
