import { getBookRulesById, updateSpokenLanguages } from '../../administrations/index.ts'
import { recordChange } from '../../audit/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import { Invalid } from '../../platform/errors.ts'
import type { StaffDeed } from '../../people/index.ts'
import { rulesOn } from '../../regimes/index.ts'
import type { System } from '../../system.ts'

/** In which languages of its regime an administration speaks with people; all of them: also those to come. */
export async function offerLanguages(
  system: Pick<System, 'db'>,
  deed: StaffDeed,
  chosen: readonly string[],
): Promise<void> {
  const { administrationId, at } = deed
  const { administration, regime } = await getBookRulesById(system, administrationId, at)
  const known = rulesOn(regime.spokenLanguages, localDate(at, administration.timeZone))
  const codes = known.map(({ code }) => code)
  if (!chosen.every((code) => codes.includes(code))) {
    throw new Invalid([{ field: 'languages', code: 'unknown' }])
  }
  const offered = codes.filter((code) => chosen.includes(code))
  await inTransaction(system.db, async (tx) => {
    const isAll = offered.length === codes.length
    await updateSpokenLanguages(tx, administrationId, isAll ? null : offered)
    const details = { languages: offered }
    await recordChange(tx, { ...deed, action: 'spoken_languages_offered', details })
  })
}
