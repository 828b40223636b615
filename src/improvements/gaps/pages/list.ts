import type { Request, Response } from 'express'
import { z } from 'zod'
import { addDays, type PlainDate } from '../../../platform/dates.ts'
import { NotAllowed, type FieldProblem } from '../../../platform/errors.ts'
import {
  day,
  formAgain,
  line,
  render,
  sendingForm,
  showing,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { mayImprove } from '../../improvement-policy.ts'
import { centreChoice, enterRoom, type ImprovementRoom } from '../../pages/room.ts'
import { listProcesses, listVersions, type Process } from '../../processes/index.ts'
import { beginAnalysis } from '../actions/begin-analysis.ts'
import { reviewState } from '../gap-faults.ts'
import { listGaps } from '../gap-store.ts'
import type { Gap } from '../gap.ts'
import { gapUrls } from './urls.ts'

const beginning = z.object({
  process: line(80),
  periodFrom: day,
  periodUntil: day,
  reviewOn: day,
})

const gapsPage = (system: System): FormPage<ImprovementRoom> => ({
  enter: (request, response) => enterRoom(system, response, request),
  show: (...shown) => show(system, ...shown),
})

/** The analyses of a centre, the newest of each process, and which is no longer current. */
export function showGaps(system: System): Page {
  return showing(gapsPage(system))
}

export function sendGap(system: System): Page {
  return sendingForm(gapsPage(system), beginning, async (room, values) => {
    const open = await openProcesses(system, room, await listGaps(system.db, room.deed))
    const process = open.find(({ processId }) => processId === values.process)
    if (!process) return [{ field: 'process', code: 'required' }]
    if (!mayImprove(room.staff, process)) throw new NotAllowed()
    const { periodFrom, periodUntil, reviewOn } = values
    const period = { periodFrom, periodUntil, reviewOn }
    const { processId } = process
    const gapId = await beginAnalysis(system, room.deed, { processId, ...period })
    return `${gapUrls(room.slug).gap(gapId)}?hecho=begun`
  })
}

/** Those with a validated version and no analysis that is being written. */
async function openProcesses(
  system: System,
  room: ImprovementRoom,
  gaps: readonly Gap[],
): Promise<Process[]> {
  const { administrationId } = room.deed
  const processes = await listProcesses(system.db, room.place)
  const ids = processes.map(({ processId }) => processId)
  const versions = await listVersions(system.db, administrationId, ids)
  return processes.filter(
    (process) =>
      mayImprove(room.staff, process) &&
      versions.some((one) => one.processId === process.processId && one.validatedOn !== null) &&
      gaps.every((gap) => gap.processId !== process.processId || gap.state === 'closed'),
  )
}

const LOOKED_BACK = 180
const REVIEWED_AFTER = 180
const SOON = 30

async function show(
  system: System,
  room: ImprovementRoom,
  _request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, slug, today, book, place } = room
  const again = formAgain(response, problems, 'improvements-gaps.problems')
  const { typed } = again
  const urls = gapUrls(slug)
  const all = await listGaps(system.db, room.deed)
  const gaps = all.filter(
    ({ centreId }) => place.centreId === null || centreId === null || centreId === place.centreId,
  )
  const open = await openProcesses(system, room, all)
  const nameOf = (id: string | null) =>
    id === null ? t('improvements.all_centres') : (book.names.get(id) ?? '')
  const model = {
    title: t('improvements-gaps.title'),
    ...again,
    choice: centreChoice(room, urls.gaps),
    firstUrl: room.here(urls.first),
    gaps: newestOf(gaps).map((gap) => ({
      name: nameOf(gap.serviceId),
      place: nameOf(gap.centreId),
      version: gap.version,
      state: gap.state,
      reviewOn: gap.reviewOn,
      review: reviewState(gap, { today, soon: addDays(today, SOON) }),
      href: urls.gap(gap.gapId),
    })),
    action: open.length > 0 ? room.here(urls.gaps) : null,
    processes: open.map((process) => ({
      value: process.processId,
      text: `${nameOf(process.serviceId)} (${nameOf(process.centreId)})`,
    })),
    values: valuesOf(typed, today),
  }
  render(response, 'improvements/gaps/list', model, { layout: 'staff' })
}

function valuesOf(typed: (field: string) => string, today: PlainDate) {
  return {
    process: typed('process'),
    periodFrom: typed('periodFrom') || addDays(today, -LOOKED_BACK),
    periodUntil: typed('periodUntil') || addDays(today, -1),
    reviewOn: typed('reviewOn') || addDays(today, REVIEWED_AFTER),
  }
}

/** Of each process the newest, the draft before the closed one that still counts. */
export function newestOf(gaps: readonly Gap[]): Gap[] {
  return gaps.filter((gap) =>
    gaps.every(
      (other) =>
        other.processId !== gap.processId ||
        other.version <= gap.version ||
        (other.state === 'draft' && gap.state === 'closed' && other.version === gap.version + 1),
    ),
  )
}
