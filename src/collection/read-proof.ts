import { isOpen, type BookRules } from '../administrations/index.ts'
import { listCountedMonths, type CountedMonth } from '../attentions/index.ts'
import { listReceived } from '../cases/index.ts'
import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import { countResponses, listCampaigns, type Campaign } from '../surveys/index.ts'
import { listActivities, type Activity } from './activity-store.ts'
import { DOCUMENT_KINDS, type DocumentKind, type ProgrammeDocument } from './document.ts'
import { listDocuments } from './document-store.ts'
import type { Proof } from './programme-state.ts'

/** Everything that there is to show of a year's collection, from the rooms that did it. */
export interface Collected {
  proof: Proof
  documents: readonly ProgrammeDocument[]
  activities: readonly Activity[]
  campaigns: readonly (Campaign & { responses: number })[]
  months: readonly CountedMonth[]
  /** By kind. */
  cases: ReadonlyMap<string, number>
}

export async function readCollected(
  db: Db,
  book: BookRules,
  { year, today }: { year: number; today: PlainDate },
): Promise<Collected> {
  const { administrationId, timeZone } = book.administration
  const documents = await listDocuments(db, administrationId)
  const activities = await listActivities(db, administrationId, year)
  const responses = await countResponses(db, administrationId)
  const campaigns = (await listCampaigns(db, administrationId))
    .filter(({ startsOn, endsOn }) => startsOn <= `${year}-12-31` && endsOn >= `${year}-01-01`)
    .map((campaign) => ({ ...campaign, responses: responses.get(campaign.campaignId) ?? 0 }))
  const months = await listCountedMonths(db, administrationId, year)
  const period = { from: `${year}-01-01`, until: `${year}-12-31`, timeZone }
  const cases = new Map<string, number>()
  for (const { kind, received } of await listReceived(db, administrationId, period)) {
    cases.set(kind, (cases.get(kind) ?? 0) + received)
  }
  const done = activities.filter(({ doneOn }) => doneOn !== null)
  const answered = campaigns.filter((campaign) => campaign.responses > 0)
  const proof: Proof = {
    open: isOpen(book, today),
    latest: latestOf(documents),
    planned: activities.length + campaigns.length,
    done: done.length + answered.length + months.length,
    collected:
      cases.size +
      answered.length +
      months.length +
      done.filter(({ evidence }) => evidence !== '').length,
  }
  return { proof, documents, activities, campaigns, months, cases }
}

function latestOf(documents: readonly ProgrammeDocument[]): Proof['latest'] {
  const latest: Partial<Record<DocumentKind, ProgrammeDocument>> = {}
  for (const kind of DOCUMENT_KINDS) {
    const newest = documents.find((each) => each.kind === kind)
    if (newest) latest[kind] = newest
  }
  return latest
}
