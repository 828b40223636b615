import type { Instrument, Row } from '../instrument.ts'
import { listInstruments } from '../instrument-store.ts'
import type { Kind } from '../kinds.ts'
import { listRows } from '../row-store.ts'
import { carryOver, earlierOf } from './from-earlier.ts'
import { proposeAffinity, proposeExperience } from './from-experience.ts'
import { proposePlan, proposeSchedule } from './from-projects.ts'
import { proposeFromProofs } from './from-proofs.ts'
import { proposeCulture } from './from-staff.ts'
import { proposeNeeds, proposeValue } from './from-troubles.ts'
import type { Asking, Propose, Proposal } from './proposal.ts'

const FROM_BOOK: Readonly<Record<Kind, Propose>> = {
  diagnosis: proposeFromProofs,
  schedule: proposeSchedule,
  needs: proposeNeeds,
  value: proposeValue,
  experience: proposeExperience,
  affinity: proposeAffinity,
  plan: proposePlan,
  culture: proposeCulture,
}

/** Out of the instrument before, and out of the book. */
export const ORIGINS = ['earlier', 'book'] as const
export type Origin = (typeof ORIGINS)[number]

/** What could be taken into an instrument and was not yet. */
export async function listProposals(
  asking: Asking,
  rows: readonly Row[],
): Promise<Record<Origin, Proposal[]>> {
  const taken = new Set(rows.map(({ source }) => source?.key))
  const isOpen = ({ key }: Proposal) => !taken.has(key)
  return {
    earlier: (await proposeFromEarlier(asking)).filter(isOpen),
    book: (await FROM_BOOK[asking.instrument.kind](asking)).filter(isOpen),
  }
}

async function proposeFromEarlier(asking: Asking): Promise<Proposal[]> {
  const { db, instrument } = asking
  const earlier = await findEarlier(asking)
  if (!earlier) return []
  const rows = await listRows(db, instrument.administrationId, [earlier.instrumentId])
  return carryOver(instrument.kind, earlier, rows, asking)
}

async function findEarlier({
  db,
  instrument: { kind, administrationId, centreId, serviceId, year },
}: Asking): Promise<Instrument | null> {
  const from = earlierOf(kind)
  if (from === null) return null
  const asked = { administrationId, centreId, serviceId, year, kind: from }
  const [newest] = await listInstruments(db, asked)
  return newest ?? null
}
