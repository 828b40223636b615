import { addRows, beginInstrument, signInstrument } from '../../improvements/index.ts'
import type { StaffDeed } from '../../people/index.ts'
import { addDays } from '../../platform/dates.ts'
import { translator } from '../../platform/i18n/index.ts'
import type { ScriptedInstrument } from '../improvements-script.ts'
import type { Filling } from './fill-improvements.ts'

const DAY_MS = 86_400_000
const LANGUAGE = 'es'

/** An instrument of the quality norm as somebody of the demonstration wrote it, and signed it or not. */
export async function fillInstrument(
  { system, book, today: now, now: instant, holder }: Filling,
  { centre: slug, kind, daysAgo, signedBy, rows }: ScriptedInstrument,
): Promise<void> {
  const { administrationId } = book.administration
  const centre = book.centres.find((each) => each.slug === slug)
  const accountId = await holder('improvement_owner')
  if (!centre || accountId === null) return
  const at = new Date(instant.getTime() - daysAgo * DAY_MS)
  const today = addDays(now, -daysAgo)
  const deed: StaffDeed = { administrationId, accountId, at }
  const whose = { administrationId, centreId: centre.centreId, serviceId: null }
  const year = Number(today.slice(0, 4))
  const begun = { ...whose, year, kind }
  const instrumentId = await beginInstrument(system, { ...deed, today }, begun)
  const written = rows.map(({ cells, days }) => {
    const dated = Object.entries(days).map(([code, after]): [string, string] => [
      code,
      addDays(now, after),
    ])
    return { cells: { ...cells, ...Object.fromEntries(dated) }, source: null }
  })
  await addRows(system, deed, instrumentId, written)
  const signer = signedBy === undefined ? null : await holder(signedBy, centre.centreId)
  if (signer === null) return
  const post = book.officials.find((official) => official.accountId === signer)?.post ?? ''
  const words = {
    t: translator(LANGUAGE),
    lang: LANGUAGE,
    author: book.administration.name,
    place: centre.name,
  }
  await signInstrument(
    system,
    { ...deed, accountId: signer, today },
    { instrumentId, revision: 2 },
    { ...words, signer: post },
  )
}
