import { z } from 'zod'
import { caseViewer, findCase, listSeenCases } from '../../cases/index.ts'
import { WrongState, type FieldProblem } from '../../platform/errors.ts'
import { line, numberWithin, sendingForm, words, type FormPage } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import {
  acceptProof,
  askProof,
  beginReview,
  denyRequest,
  extendRequest,
  grantRequest,
} from '../actions/decide-request.ts'
import { linkCase } from '../actions/link-case.ts'
import { showRequestAgain } from './request-page.ts'
import { enterRequest, type StaffRoom } from './staff-room.ts'

const STEPS = {
  ask_proof: askProof,
  prove: acceptProof,
  begin: beginReview,
  extend: extendRequest,
  grant: grantRequest,
  deny: denyRequest,
} as const
type Sent = keyof typeof STEPS

export const version = numberWithin(1, 1_000_000)
const stepForm = z.object({
  step: z.enum(Object.keys(STEPS) as [Sent, ...Sent[]]),
  words: words(5000),
  seen: version,
})
const caseForm = z.object({ caseNumber: line(40), seen: version })

export function requestForms(system: System): FormPage<StaffRoom> {
  return {
    enter: (request, response) => enterRequest(system, request, response),
    show: (room, _request, response, problems) =>
      showRequestAgain(system, response, room, problems),
  }
}

export function sendRequestStep(system: System) {
  return sendingForm(requestForms(system), stepForm, async (room, { step, words: said, seen }) =>
    orMoved(async () => {
      const taken = { ref: room.request, staff: room.staff, seen, words: said }
      await STEPS[step](system, taken, room.deed.at)
      return `${room.urls.request}?hecho=moved`
    }),
  )
}

export function sendCase(system: System) {
  return sendingForm(requestForms(system), caseForm, async (room, { caseNumber, seen }) => {
    const { administrationId, at } = room.deed
    const item = await findCase(system.db, {
      administrationId,
      caseNumber: caseNumber.trim().toUpperCase(),
    })
    const viewer = caseViewer(room.staff, room.book)
    const visible = item && (await listSeenCases(system.db, viewer, [item.caseId])).has(item.caseId)
    if (!item || !visible) return [{ field: 'caseNumber', code: 'unknown' }]
    return orMoved(async () => {
      await linkCase(system, { ref: room.request, staff: room.staff, seen }, item.caseId, at)
      return `${room.urls.request}?hecho=linked`
    })
  })
}

/** Somebody else was first: said on the page, which shows it as it stands now. */
export async function orMoved(
  act: () => Promise<string>,
): Promise<string | readonly FieldProblem[]> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof WrongState) return [{ field: 'words', code: 'moved' }]
    throw error
  }
}
