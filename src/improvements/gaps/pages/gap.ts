import type { Request, Response } from 'express'
import { z } from 'zod'
import { accountNames } from '../../../people/index.ts'
import { addDays } from '../../../platform/dates.ts'
import { NotAllowed, type FieldProblem } from '../../../platform/errors.ts'
import {
  day,
  formAgain,
  idIn,
  numberWithin,
  render,
  sending,
  sendingForm,
  showing,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { addRow, changePeriod, closeAnalysis, removeRow } from '../actions/write-gaps.ts'
import { faultsOfRow, reviewState } from '../gap-faults.ts'
import type { GapRow } from '../gap.ts'
import { priorityOf, topOf } from '../priority.ts'
import { sayLink, sayPriority } from '../say-gaps.ts'
import { listOwners } from './owners.ts'
import { enterGap, type GapRoom } from './room.ts'

const DONE = ['begun', 'written', 'period', 'closed', 'removed'] as const
const SOON = 30

const gapPage = (system: System): FormPage<GapRoom> => ({
  enter: (request, response) => enterGap(system, request, response),
  show: (...shown) => show(system, ...shown),
})

const gapToWrite = (system: System): FormPage<GapRoom> => ({
  ...gapPage(system),
  enter: async (request, response) => {
    const room = await enterGap(system, request, response)
    if (!room.mayWrite) throw new NotAllowed()
    return room
  },
})

/** One analysis: every activity of the process, its problem, what shows it, what is done, and how it weighs. */
export function showGap(system: System): Page {
  return showing(gapPage(system))
}

const period = z.object({
  periodFrom: day,
  periodUntil: day,
  reviewOn: day,
  revision: numberWithin(1, 1_000_000_000),
})

export function sendPeriod(system: System): Page {
  return sendingForm(gapToWrite(system), period, async (room, values) => {
    await changePeriod(system, room.deed, { gapId: room.gap.gapId, ...values })
    return `${room.urls.gap(room.gap.gapId)}?hecho=period`
  })
}

export function sendClosing(system: System): Page {
  return sending(gapToWrite(system), async (room) => {
    await closeAnalysis(system, room, room.gap.gapId)
    return `${room.urls.gap(room.gap.gapId)}?hecho=closed`
  })
}

export function sendBeside(system: System): Page {
  return sending(gapToWrite(system), async ({ deed, gap, urls }, request) => {
    const { gapId } = gap
    const rowId = await addRow(system, deed, { gapId, rowId: idIn(request, 'rowId') })
    return urls.row(gapId, rowId)
  })
}

export function sendRemoval(system: System): Page {
  return sending(gapToWrite(system), async ({ deed, gap, urls }, request) => {
    await removeRow(system, deed, { gapId: gap.gapId, rowId: idIn(request, 'rowId') })
    return `${urls.gap(gap.gapId)}?hecho=removed`
  })
}

async function show(
  system: System,
  room: GapRoom,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, lang, urls, gap, rows, today, mayWrite } = room
  const again = formAgain(response, problems, 'improvements-gaps.problems')
  const { typed } = again
  const { gapId } = gap
  const owners = new Set(
    (await listOwners(system.db, gap, today)).map(({ accountId }) => accountId),
  )
  const names = await accountNames(
    system.db,
    rows.flatMap(({ ownerId }) => (ownerId === null ? [] : [ownerId])),
  )
  const top = new Set(topOf(rows).map(({ rowId }) => rowId))
  const done = DONE.find((each) => each === request.query.hecho)
  const lacking = rows.filter((row) => faultsOfRow(row).length > 0).length
  const rowView = (row: GapRow) => {
    const priority = priorityOf(row)
    return {
      ...row,
      links: row.links.map((link) => sayLink(link, { t, lang })),
      priority: row.problem === '' ? null : priority,
      reasons: sayPriority(priority, { t }),
      isTop: top.has(row.rowId),
      owner: row.ownerId === null ? '' : (names.get(row.ownerId) ?? ''),
      hasLeft: row.ownerId !== null && !owners.has(row.ownerId),
      faults: faultsOfRow(row).map((fault) => t(`improvements-gaps.fault.${fault}`)),
      href: mayWrite ? urls.row(gapId, row.rowId) : null,
      besideUrl: mayWrite ? urls.beside(gapId, row.rowId) : null,
      removalUrl:
        mayWrite && rows.filter(({ stepId }) => stepId === row.stepId).length > 1
          ? urls.removal(gapId, row.rowId)
          : null,
    }
  }
  const model = {
    title: room.serviceName,
    place: room.placeName,
    backUrl: room.here(urls.gaps),
    ...again,
    done: done ? t(`improvements-gaps.done.${done}`) : null,
    gap,
    review: reviewState(gap, { today, soon: addDays(today, SOON) }),
    rows: rows.map(rowView),
    lacking,
    processUrl: `/personal/${room.slug}/procesos/${gap.processId}?version=${gap.processVersion}`,
    periodUrl: mayWrite ? urls.period(gapId) : null,
    period: {
      periodFrom: typed('periodFrom') || gap.periodFrom,
      periodUntil: typed('periodUntil') || gap.periodUntil,
      reviewOn: typed('reviewOn') || gap.reviewOn,
    },
    closingUrl: mayWrite && lacking === 0 ? urls.closing(gapId) : null,
    paperUrl: urls.paper(gapId),
    projectsUrl: `/personal/${room.slug}/proyectos`,
  }
  render(response, 'improvements/gaps/gap', model, { layout: 'staff' })
}
