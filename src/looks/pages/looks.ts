import { listLooks, recordLook, type LookQuestion } from '../../audit/index.ts'
import { findCase } from '../../cases/index.ts'
import { listStaffEver, openStaffVisit, type StaffVisit } from '../../people/index.ts'
import { addDays, instantAt } from '../../platform/dates.ts'
import { render, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { lookRows } from './look-rows.ts'
import { readAsked, type AskedLooks } from './read-asked.ts'
import { listUnusual } from './unusual-rows.ts'
import { looksUrl } from './urls.ts'

const ON_A_PAGE = 50

/** Who looked at personal data, the newest first, under what is unusual; reading it is a line of it too. */
export function showLooks(system: System): Page {
  return async (request, response) => {
    const visit = await openStaffVisit(system, response)
    const asked = readAsked(request.query, visit.today)
    const question = await questionOf(system, visit, asked)
    const page = { before: asked.before, limit: ON_A_PAGE + 1 }
    const found = await listLooks(system.db, question, page)
    const looks = found.slice(0, ON_A_PAGE)
    const unusual = asked.before === null ? await listUnusual(system.db, visit, question) : null
    const rows = await lookRows(system.db, visit, looks)
    await recordReading(system, visit, asked)
    const last = found.length > ON_A_PAGE ? looks.at(-1) : undefined
    const model = {
      title: visit.t('looks.title'),
      url: looksUrl(visit.slug),
      asked,
      people: await peopleOf(system, visit, asked),
      unusual,
      rows,
      earlierUrl: last ? looksUrl(visit.slug, { ...addressOf(asked), before: last.id }) : null,
      newestUrl: asked.before === null ? null : looksUrl(visit.slug, addressOf(asked)),
    }
    render(response, 'looks/looks', model, { layout: 'staff' })
  }
}

async function questionOf(
  { db }: System,
  { deed: { administrationId }, book }: StaffVisit,
  { caseNumber, accountId, from, until }: AskedLooks,
): Promise<LookQuestion> {
  const { timeZone } = book.administration
  const item = caseNumber === null ? null : await findCase(db, { administrationId, caseNumber })
  return {
    administrationId,
    from: instantAt(from, '00:00', timeZone),
    until: instantAt(addDays(until, 1), '00:00', timeZone),
    ...(accountId === null ? {} : { accountId }),
    ...(caseNumber === null ? {} : { caseIds: item ? [item.caseId] : [] }),
  }
}

/** Of the control body too it is kept what it asked for. */
async function recordReading(
  { db }: System,
  { deed }: StaffVisit,
  { caseNumber, accountId, from, until, before }: AskedLooks,
): Promise<void> {
  const details = { case: caseNumber, account: accountId, from, until, before }
  await recordLook(db, { ...deed, what: 'look_log', details })
}

async function peopleOf(
  { db }: System,
  { deed, lang, t }: StaffVisit,
  { accountId }: AskedLooks,
): Promise<{ value: string; text: string; selected: boolean }[]> {
  const people = await listStaffEver(db, deed.administrationId)
  const sorted = people.toSorted((one, other) => one.name.localeCompare(other.name, lang))
  return [
    { value: '', text: t('looks.anybody'), selected: accountId === null },
    ...sorted.map((person) => ({
      value: person.accountId,
      text: person.name,
      selected: person.accountId === accountId,
    })),
  ]
}

function addressOf({ caseNumber, accountId, from, until }: AskedLooks) {
  return {
    from,
    until,
    ...(caseNumber === null ? {} : { caseNumber }),
    ...(accountId === null ? {} : { accountId }),
  }
}
