import { z } from 'zod'
import { getBookRules } from '../../../administrations/index.ts'
import { requireStaff, requireWorkplace } from '../../../people/index.ts'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { assignAsSuggested } from '../../actions/assign-as-suggested.ts'
import type { StaffRequest } from '../../actions/take-step.ts'
import { deskUrl } from '../../case-urls.ts'
import { caseViewer } from '../../case-viewer.ts'
import { PAGE_SIZES } from '../../desk.ts'
import { deskAddress } from './desk-query.ts'
import { readTrail, trailValues } from './desk-trail.ts'

const MOST = Math.max(...PAGE_SIZES)

const sent = z.object({
  caso: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((values) => (typeof values === 'string' ? [values] : values).slice(0, MOST)),
  lista: z.string().optional(),
})

/** The cases marked in a list, each as it was seen there. */
export function assignMarked(system: System): Page {
  return async (request, response) => {
    const now = system.clock()
    const { slug, administrationId } = requireWorkplace(response)
    const read = sent.safeParse(request.body)
    const { caso, lista } = read.success ? read.data : { caso: [], lista: undefined }
    const viewer = caseViewer(requireStaff(response), await getBookRules(system, slug, now))
    const requests = caso.flatMap((marked): StaffRequest[] => {
      const { caseNumber, seenLength } = readMark(marked)
      return caseNumber ? [{ viewer, ref: { administrationId, caseNumber }, seenLength }] : []
    })
    const { assigned, left } = await assignAsSuggested(system, requests, now)
    const place = trailValues(readTrail(lista) ?? '')
    const told = { asignados: String(assigned), quedaron: String(left) }
    response.redirect(303, deskAddress(deskUrl(slug), place, told))
  }
}

/** The number, and the length of the history when the list was made. */
export function writeMark({
  caseNumber,
  historyLength,
}: {
  caseNumber: string
  historyLength: number
}): string {
  return `${caseNumber}:${historyLength}`
}

function readMark(mark: string): { caseNumber: string | undefined; seenLength: number } {
  const [, caseNumber, length] = /^([A-Z0-9-]{8,40}):(\d{1,6})$/.exec(mark) ?? []
  return { caseNumber, seenLength: Number(length ?? 0) }
}
