import type { Request, Response } from 'express'
import { z } from 'zod'
import { listLastNotes } from '../../cases/index.ts'
import { accountNames } from '../../people/index.ts'
import { NotAllowed, type FieldProblem } from '../../platform/errors.ts'
import {
  formAgain,
  line,
  render,
  sendingForm,
  showing,
  words,
  type FormPage,
  type Page,
} from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { handOverCases } from '../actions/hand-over-cases.ts'
import { BY_LOAD, planHandover, TO_UNIT, type Destination } from '../plan-handover.ts'
import { readCaseload, type Caseload } from '../read-caseload.ts'
import { caseRows, plannedRows, readSeen, writeSeen } from './relief-view.ts'
import { giverOf, type Giver } from './giver.ts'
import { enterRoom, type Room } from './room.ts'

interface Relief extends Room {
  giver: Giver
  caseload: Caseload
}

const order = z.object({ a: line(60), visto: words(20_000), nota: words(2000) })

/** What somebody has in hand, with the next step of each, and who would have it then. */
export function showRelief(system: System): Page {
  return showing(reliefPage(system))
}

export function takeRelief(system: System): Page {
  return sendingForm(reliefPage(system), order, async (relief, { a, visto, nota }) => {
    const { viewer, today, deed, giver, caseload, urls } = relief
    if (!giver.mayHandOver) throw new NotAllowed()
    const destination = destinationOf(a, caseload)
    if (destination === null) return [{ field: 'a', code: 'required' }]
    const handoverId = await handOverCases(system, { viewer, today, now: deed.at }, caseload, {
      giver: giver.accountId,
      destination,
      note: nota,
      seen: readSeen(visto),
    })
    return urls.handover(handoverId)
  })
}

function reliefPage(system: System): FormPage<Relief> {
  return {
    async enter(request, response) {
      const room = await enterRoom(system, response)
      const giver = await giverOf(system, room, request)
      const { viewer, book, today } = room
      const caseload = await readCaseload(system.db, viewer, book, giver.accountId, today)
      return { ...room, giver, caseload }
    },
    show: (...shown) => show(system, ...shown),
  }
}

/** Only what the page offers. */
function destinationOf(asked: unknown, { units }: Caseload): Destination | null {
  if (asked === BY_LOAD || asked === TO_UNIT) return asked
  return takersOf(units).find((accountId) => accountId === asked) ?? null
}

function takersOf(units: Caseload['units']): string[] {
  return [...new Set([...units.values()].flatMap(({ present, heads }) => [...present, ...heads]))]
}

async function show(
  { db }: System,
  relief: Relief,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, urls, giver, caseload, deed } = relief
  const again = formAgain(response, problems, 'workload.problems')
  const { cases, toGive, units, loads } = caseload
  const takers = takersOf(units)
  const names = await accountNames(db, takers)
  const notes = await listLastNotes(
    db,
    deed.administrationId,
    cases.map(({ caseId }) => caseId),
  )
  const asked = again.typed('a') || request.query['a']
  const destination = destinationOf(asked, caseload)
  const plan = destination === null ? [] : planHandover(toGive, destination, units, loads)
  const named = [...names].toSorted(([, one], [, other]) => one.localeCompare(other))
  const model = {
    title: t('workload.relief.of', { name: giver.name }),
    ...again,
    url: urls.relief(giver.accountId),
    backUrl: urls.reliefs,
    giver,
    cases: caseRows(cases, notes, relief),
    choice: {
      value: destination ?? '',
      items: [
        { value: '', text: t('workload.relief.choose') },
        { value: BY_LOAD, text: t('workload.relief.by_load') },
        { value: TO_UNIT, text: t('workload.relief.to_unit') },
        ...named.map(([value, text]) => ({ value, text })),
      ],
    },
    plan: destination && {
      destination,
      rows: plannedRows(plan, cases, names, relief),
      moving: plan.filter(({ stays }) => stays === null).length,
      seen: writeSeen(cases),
    },
  }
  const status = problems.length > 0 ? 422 : 200
  render(response, 'workload/relief', model, { status, layout: 'staff' })
}
