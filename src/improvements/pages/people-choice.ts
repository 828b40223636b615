import { listColleagues, reaching } from '../../people/index.ts'
import type { System } from '../../system.ts'
import type { ImprovementRoom } from './room.ts'

/** Who may be given something in a place, as a select takes them. */
export async function peopleChoice(
  { db }: Pick<System, 'db'>,
  { deed, today }: Pick<ImprovementRoom, 'deed' | 'today'>,
  centreId: string | null,
): Promise<{ value: string; text: string }[]> {
  const colleagues = await listColleagues(db, deed.administrationId, today)
  return reaching(colleagues, centreId).map(({ accountId, name }) => ({
    value: accountId,
    text: name,
  }))
}
