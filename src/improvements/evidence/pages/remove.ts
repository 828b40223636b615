import type { Request, Response } from 'express'
import { z } from 'zod'
import { NotAllowed } from '../../../platform/errors.ts'
import {
  formErrors,
  idIn,
  line,
  optionalLine,
  readForm,
  render,
  typedIn,
  type Page,
} from '../../../platform/web/index.ts'
import type { FieldProblem } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { mayImprove } from '../../improvement-policy.ts'
import { enterRoom } from '../../pages/room.ts'
import { removeEvidence } from '../actions/remove-evidence.ts'
import { getEvidence, type StoredEvidence } from '../evidence-store.ts'
import { evidenceUrls } from '../urls.ts'

const removal = z.object({ reason: line(400), back: optionalLine(300) })

/** Asks why a file is taken away, since the line of it stays. */
export function showRemoval(system: System): Page {
  return async (request, response) => {
    await show(request, response, await enter(system, request, response), [])
  }
}

export function sendRemoval(system: System): Page {
  return async (request, response) => {
    const seen = await enter(system, request, response)
    const { values, problems } = readForm(request, removal)
    if (!values) return show(request, response, seen, problems)
    const { evidenceId } = seen.evidence
    await removeEvidence(system, seen.room.deed, { evidenceId, reason: values.reason })
    response.redirect(303, backTo(values.back, seen.room.slug))
  }
}

async function enter(system: System, request: Request, response: Response) {
  const room = await enterRoom(system, response, request)
  const { administrationId, accountId } = room.deed
  const evidence = await getEvidence(system.db, administrationId, idIn(request, 'evidenceId'))
  const isTheirs = evidence.addedBy === accountId || mayImprove(room.staff, evidence)
  if (evidence.isHeld || !isTheirs) throw new NotAllowed()
  return { room, evidence }
}

/** Only to a page of this administration's staff. */
function backTo(asked: string, slug: string): string {
  const home = `/personal/${slug}/`
  return asked.startsWith(home) && !asked.includes('\\') ? asked : home
}

async function show(
  request: Request,
  response: Response,
  { room, evidence }: { room: Awaited<ReturnType<typeof enterRoom>>; evidence: StoredEvidence },
  problems: readonly FieldProblem[],
): Promise<void> {
  const typed = typedIn(request)
  const error = problems.length > 0
  const { volver } = request.query
  const asked = typeof volver === 'string' ? volver : ''
  const back = backTo(error ? typed('back') : asked, room.slug)
  const model = {
    title: room.t('improvements-evidence.removal.title'),
    error,
    errors: formErrors(response, problems),
    backUrl: back,
    back,
    action: evidenceUrls(room.slug).removal(evidence.evidenceId),
    fileName: evidence.caption || evidence.fileName,
    reason: typed('reason'),
  }
  const options = { layout: 'staff', status: error ? 422 : 200 } as const
  render(response, 'improvements/evidence/removal', model, options)
}
