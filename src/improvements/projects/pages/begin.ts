import type { Request, Response } from 'express'
import { z } from 'zod'
import { NotAllowed, type FieldProblem } from '../../../platform/errors.ts'
import { addDays } from '../../../platform/dates.ts'
import {
  day,
  formErrors,
  line,
  readForm,
  render,
  sending,
  showing,
  typedIn,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { listGaps, listRows, priorityOf, type Gap, type GapRow } from '../../gaps/index.ts'
import { mayImprove } from '../../improvement-policy.ts'
import { createProject } from '../actions/create-project.ts'
import { listPossibleOwners } from '../owners.ts'
import { RHYTHMS } from '../project.ts'
import { getClosedGap, referenceTo } from '../read-gap.ts'
import { enterProjects, idOf, placeName, type ProjectRoom } from './room.ts'

const beginForm = z.object({
  gapRowId: line(40),
  title: line(160),
  ownerId: line(40),
  startsOn: day,
  endsOn: day,
  reportEvery: z.enum(RHYTHMS, 'required'),
})

/** A project begins with a gap of a closed analysis, the gravest first. */
export function showBegin(system: System): Page {
  return showing(beginPage(system))
}

export function sendBegin(system: System): Page {
  return sending(beginPage(system), async (room, request) => {
    const { values, problems } = readForm(request, beginForm)
    if (!values) return problems
    const { gapRowId, ...asked } = values
    const { administrationId } = room.deed
    const locked = await getClosedGap(system.db, administrationId, idOf(gapRowId))
    if (!mayImprove(room.staff, locked.gap)) throw new NotAllowed()
    const owners = await listPossibleOwners(system.db, locked.gap, room.today)
    if (!owners.some(({ value }) => value === asked.ownerId)) {
      return [{ field: 'ownerId', code: 'unknown' }]
    }
    const reference = referenceTo(locked)
    const cause = reference.links.find(({ kind }) => kind === 'cause')
    const { centreId } = locked.gap
    const project = { ...asked, centreId, reference, causeId: cause?.id ?? null }
    return room.urls.plan(await createProject(system, room.deed, project))
  })
}

function beginPage(system: System): FormPage<ProjectRoom> {
  return {
    enter: (request, response) => enterProjects(system, response, request),
    show: (room, request, response, problems) => show(system, request, response, room, problems),
  }
}

const MONTHS_3 = 90

async function show(
  system: System,
  request: Request,
  response: Response,
  room: ProjectRoom,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, urls, today, deed } = room
  const gaps = await listOffered(system, room)
  const error = problems.length > 0
  const typed = error ? typedIn(request) : () => ''
  const chosen = typed('gapRowId') || asText(request.query.brecha) || (gaps[0]?.value ?? '')
  const model = {
    title: t('improvements-projects.begin.title'),
    error,
    errors: formErrors(response, problems, 'improvements-projects.problems'),
    backUrl: urls.list,
    action: room.here(urls.begin),
    shortUrl: room.here(urls.short),
    gaps: gaps.map((gap) => ({ ...gap, checked: gap.value === chosen })),
    typed,
    owners: await listPossibleOwners(system.db, room.place, today),
    ownerId: typed('ownerId') || deed.accountId,
    startsOn: typed('startsOn') || today,
    endsOn: typed('endsOn') || addDays(today, MONTHS_3),
    reportEvery: typed('reportEvery') || 'month',
    rhythms: RHYTHMS.map((value) => ({
      value,
      text: t(`improvements-projects.rhythm.${value}`),
    })),
  }
  const status = error ? 422 : 200
  render(response, 'improvements/projects/begin', model, { layout: 'staff', status })
}

const asText = (value: unknown) => (typeof value === 'string' ? value : '')

/** The problems of the newest closed analyses where this person improves. */
async function listOffered(system: System, room: ProjectRoom) {
  const { staff, deed, t, book, centre } = room
  const { administrationId } = deed
  const gaps = await listGaps(system.db, {
    administrationId,
    ...(centre && { centreId: centre.centreId }),
  })
  const newest = newestClosed(gaps).filter((gap) => mayImprove(staff, gap))
  const ids = newest.map(({ gapId }) => gapId)
  const rows = await listRows(system.db, administrationId, ids)
  const gapOf = new Map(newest.map((gap) => [gap.gapId, gap]))
  return rows
    .filter(({ problem }) => problem !== '')
    .toSorted((one, other) => priorityOf(other).score - priorityOf(one).score)
    .map((row: GapRow) => {
      const gap = gapOf.get(row.gapId)
      return {
        value: row.rowId,
        text: row.problem,
        hint: {
          text: t('improvements-projects.begin.gap', {
            activity: row.activity,
            action: row.action,
            score: priorityOf(row).score,
            service: book.names.get(gap?.serviceId ?? '') ?? '',
            place: placeName(room, gap?.centreId ?? null),
          }),
        },
      }
    })
}

function newestClosed(gaps: readonly Gap[]): Gap[] {
  const newest = new Map<string, Gap>()
  for (const gap of gaps.filter(({ state }) => state === 'closed')) {
    const known = newest.get(gap.processId)
    if (!known || known.version < gap.version) newest.set(gap.processId, gap)
  }
  return [...newest.values()]
}
