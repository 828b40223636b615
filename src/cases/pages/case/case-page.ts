import { getCalendar } from '../../../deadlines/index.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { deskDays } from '../../desk-days.ts'
import { findNextOnDesk } from '../../desk-store.ts'
import { readDeskQuery } from '../desk/desk-query.ts'
import { trailValues } from '../desk/desk-trail.ts'
import { readCaseFile } from './case-file.ts'
import { tellAtHead, tellBeside } from './case-aside.ts'
import type { AnyCaseForm } from './case-form.ts'
import { caseView } from './case-view.ts'
import { deadlineView } from './deadline-view.ts'
import { doneCode } from '../done-code.ts'
import { officialsOf } from './officials-view.ts'
import { recordCaseLook } from './record-case-look.ts'
import { openCaseRoom, type CaseRoom } from './room.ts'
import type { BesideCase } from './routes.ts'

/** The case whole: what the person said, what was done, what is known and what can be done next. */
export function casePage(
  system: System,
  forms: readonly AnyCaseForm[],
  { nameLink, tellers, headTellers }: Omit<BesideCase, 'formTellers'>,
): Page {
  return async (request, response) => {
    const room = await openCaseRoom(system, request, response)
    const file = await readCaseFile(room, nameLink)
    const officials = mayHaveOfficials(room) ? await officialsOf(room) : []
    const view = caseView({
      room,
      file,
      deadline: await deadlineView(room),
      officials,
      nextCase: await nextCaseNumber(room),
      done: doneCode(request),
      forms,
      heads: await tellAtHead(room, headTellers),
      asides: await tellBeside(room, file, tellers),
    })
    await recordCaseLook(room, 'case', { page: 'caso', person: file.person !== null })
    render(response, 'cases/case/case', view, { layout: 'staff' })
  }
}

/** The text is read for names while somebody may still decide about them. */
function mayHaveOfficials({ allowed, item }: CaseRoom): boolean {
  return item.namedOfficials.length > 0 || allowed.includes('name_officials')
}

async function nextCaseNumber(room: CaseRoom): Promise<string | null> {
  const { system, viewer, item, trail, today, book } = room
  if (trail === null) return null
  const calendar = await getCalendar(system.db, book.administration.calendarCode)
  const { filters } = readDeskQuery(trailValues(trail), book, 'open', today)
  return findNextOnDesk(system.db, viewer, filters, deskDays(calendar, today), item)
}
