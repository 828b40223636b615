import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { correctionsTo, type ReportContent, type TextKey } from '../report.ts'
import { findLatest, findLatestSigned, getReport } from '../report-store.ts'
import { insertDraft, updateContent } from '../report-draft-store.ts'

type Ground = Pick<System, 'db'>

/** Whoever makes it: a person, or the calendar of the administration. */
export type Making = Omit<StaffDeed, 'accountId'> & { accountId: string | null }

/**
 * The first version of a period, or the next one after a signed one, whose texts it keeps and of which it
 * says what changed. Null when there is a draft already: two that make it at once make one.
 */
export async function makeDraft(
  { db }: Ground,
  { administrationId, accountId, at }: Making,
  fresh: ReportContent,
): Promise<string | null> {
  return inTransaction(db, async (tx) => {
    const latest = await findLatest(tx, administrationId, fresh.period)
    if (latest?.state === 'draft') return null
    const signed = latest?.content ?? null
    const texts = signed?.texts ?? fresh.texts
    const content = { ...fresh, texts, changes: correctionsTo(signed, fresh) }
    const reportId = randomUUID()
    const version = (latest?.version ?? 0) + 1
    const draft = { administrationId, reportId, period: fresh.period, version, content }
    if (!(await insertDraft(tx, draft, { at, by: accountId }))) return null
    const details = { reportId, period: fresh.period, version }
    const action = 'report_drafted'
    await recordChange(tx, { at, accountId, administrationId, action, details })
    return reportId
  })
}

export interface Written {
  revision: number
  texts: Readonly<Partial<Record<TextKey, string>>>
}

/** Saves what a person wrote around the figures; refused when somebody else saved meanwhile. */
export async function writeTexts(
  { db }: Ground,
  deed: StaffDeed,
  reportId: string,
  { revision, texts }: Written,
): Promise<void> {
  await changeDraft({ db }, deed, { reportId, revision, action: 'report_written' }, (content) => ({
    ...content,
    texts: { ...content.texts, ...texts },
  }))
}

/** Takes the figures of today into a draft, and leaves the texts as they are. */
export async function refreshFigures(
  { db }: Ground,
  deed: StaffDeed,
  { reportId, revision }: { reportId: string; revision: number },
  fresh: ReportContent,
): Promise<void> {
  const change = { reportId, revision, action: 'report_refreshed' }
  await changeDraft({ db }, deed, change, ({ texts }, signed) => ({
    ...fresh,
    texts,
    changes: correctionsTo(signed, fresh),
  }))
}

async function changeDraft(
  { db }: Ground,
  deed: StaffDeed,
  { reportId, revision, action }: { reportId: string; revision: number; action: string },
  change: (content: ReportContent, signed: ReportContent | null) => ReportContent,
): Promise<void> {
  const { administrationId } = deed
  await inTransaction(db, async (tx) => {
    const { content, period } = await getReport(tx, administrationId, reportId)
    const signed = await findLatestSigned(tx, administrationId, period)
    const written = { revision, content: change(content, signed?.content ?? null) }
    if (!(await updateContent(tx, { administrationId, reportId }, written))) throw new WrongState()
    await recordChange(tx, { ...deed, action, details: { reportId, revision } })
  })
}
