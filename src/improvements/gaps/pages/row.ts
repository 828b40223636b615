import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Trouble } from '../../../analysis/index.ts'
import { NotAllowed, NotFound, WrongState, type FieldProblem } from '../../../platform/errors.ts'
import {
  formErrors,
  idIn,
  line,
  numberWithin,
  optionalDay,
  optionalLine,
  readForm,
  render,
  ticks,
  words,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { writeRow } from '../actions/write-gaps.ts'
import { findRow, type GapRowTold } from '../gap-row-store.ts'
import type { GapLink, GapRow } from '../gap.ts'
import { readCriteria } from '../read-criteria.ts'
import { sayLink } from '../say-gaps.ts'
import { listOwners } from './owners.ts'
import { enterGap, readTroubles, type GapRoom } from './room.ts'

const oneOf = (most: number) =>
  optionalLine(2).pipe(
    z
      .string()
      .regex(new RegExp(`^[1-${most}]?$`), 'unknown')
      .transform((text) => (text === '' ? null : Number(text))),
  )

const form = z.object({
  problem: words(600),
  noProblem: words(400),
  link: ticks(line(120)),
  action: words(600),
  criteria: ticks(line(120)),
  severity: oneOf(4),
  feasibility: oneOf(3),
  owner: optionalLine(60),
  dueOn: optionalDay,
  revision: numberWithin(1, 1_000_000_000),
})
type Typed = z.output<typeof form>

/** One row: a few ticks of what people said, the problem in words, the action, its owner and its day. */
export function showRow(system: System): Page {
  return async (request, response) => {
    const { room, row } = await enterRow(system, request, response)
    await show(system, response, room, { row, told: row, revision: row.revision, problems: [] })
  }
}

export function sendRow(system: System): Page {
  return async (request, response) => {
    const { room, row } = await enterRow(system, request, response)
    const { gap, deed, urls } = room
    const troubles = await readTroubles(system, room)
    const { values, problems } = readForm(request, form)
    if (!values) {
      const told = { ...row, ...typedSoFar(request) }
      return show(system, response, room, { row, told, revision: row.revision, problems })
    }
    const owners = await listOwners(system.db, gap, room.today)
    const told = rowTold(values, row, troubles)
    const fault = faultIn(told, values, owners)
    if (fault) {
      return show(system, response, room, { row, told, revision: row.revision, problems: [fault] })
    }
    const which = { gapId: gap.gapId, rowId: row.rowId, revision: values.revision }
    if (await writeRow(system, deed, which, told)) {
      return response.redirect(303, `${urls.gap(gap.gapId)}?hecho=written`)
    }
    // somebody wrote it first: both texts are shown, and what was typed stays
    const saved = await findRow(system.db, deed.administrationId, row.rowId)
    if (!saved) throw new NotFound()
    const late = [{ field: 'problem', code: 'kept_by_another' }]
    const shown = { row, told, revision: saved.revision, problems: late, saved }
    await show(system, response, room, shown)
  }
}

async function enterRow(system: System, request: Request, response: Response) {
  const room = await enterGap(system, request, response)
  const rowId = idIn(request, 'rowId')
  const row = room.rows.find((each) => each.rowId === rowId)
  if (!row) throw new NotFound()
  if (room.gap.state === 'closed') throw new WrongState()
  if (!room.mayWrite) throw new NotAllowed()
  return { room, row }
}

function keyOf({ kind, id }: Pick<GapLink, 'kind' | 'id'>): string {
  return `${kind}:${id}`
}

/** What was ticked, with its number of today; what was linked before keeps the number that it had. */
function rowTold(values: Typed, row: GapRow, troubles: readonly Trouble[]): GapRowTold {
  const ticked = new Set(values.link)
  const kept = row.links.filter((link) => ticked.has(keyOf(link)))
  const known = new Set(kept.map(keyOf))
  const fresh = troubles.filter((one) => ticked.has(keyOf(one)) && !known.has(keyOf(one)))
  const links = [...kept, ...fresh]
  const { noProblem, action, criteria, feasibility, dueOn } = values
  // a few ticks are enough: the problem is then said in the words of what shows it
  const problem =
    values.problem === '' && noProblem === ''
      ? links
          .map(({ name }) => name)
          .join('; ')
          .slice(0, 600)
      : values.problem
  const coded = Math.max(0, ...links.map(({ severity }) => severity ?? 0))
  const severity = values.severity ?? (coded === 0 ? null : coded)
  const ownerId = values.owner === '' ? null : values.owner
  return { problem, noProblem, links, action, criteria, severity, feasibility, ownerId, dueOn }
}

function faultIn(
  { problem, noProblem, ownerId }: GapRowTold,
  { owner }: Typed,
  owners: readonly { accountId: string }[],
): FieldProblem | null {
  if (problem !== '' && noProblem !== '') return { field: 'noProblem', code: 'both' }
  if (ownerId !== null && owners.every(({ accountId }) => accountId !== owner)) {
    return { field: 'owner', code: 'left' }
  }
  return null
}

/** What can be shown again of a form that cannot be read. */
function typedSoFar(request: Request): Partial<GapRow> {
  const body = (request.body ?? {}) as Record<string, unknown>
  const text = (field: string) => (typeof body[field] === 'string' ? body[field] : '')
  return { problem: text('problem'), noProblem: text('noProblem'), action: text('action') }
}

interface Shown {
  row: GapRow
  told: GapRowTold
  revision: number
  problems: readonly FieldProblem[]
  saved?: GapRow
}

async function show(
  system: System,
  response: Response,
  room: GapRoom,
  { row, told, revision, problems, saved }: Shown,
): Promise<void> {
  const { t, lang, urls, gap, today, deed } = room
  const troubles = await readTroubles(system, room)
  const linked = new Set(told.links.map(keyOf))
  const offered = [...told.links, ...troubles.filter((one) => !linked.has(keyOf(one)))]
  const owners = await listOwners(system.db, gap, today)
  const criteria = await readCriteria(system.db, deed.administrationId, { t, lang })
  const grades = (name: string, most: number) => [
    { value: '', text: t('improvements-gaps.choose') },
    ...Array.from({ length: most }, (_, index) => ({
      value: String(index + 1),
      text: t(`improvements-gaps.${name}_is.${index + 1}`),
    })),
  ]
  const model = {
    title: t('improvements-gaps.row_title'),
    activity: row.activity,
    backUrl: urls.gap(gap.gapId),
    action: urls.row(gap.gapId, row.rowId),
    error: problems.length > 0,
    errors: formErrors(response, problems, 'improvements-gaps.problems'),
    told,
    revision,
    saved: saved ?? null,
    period: { from: gap.periodFrom, until: gap.periodUntil },
    offered: offered.map((one) => ({
      value: keyOf(one),
      kind: one.kind,
      text: sayLink(one, { t, lang }),
      ticked: linked.has(keyOf(one)),
    })),
    criteria: criteria.map((one) => ({ ...one, ticked: told.criteria.includes(one.value) })),
    severities: grades('severity', 4),
    feasibilities: grades('feasibility', 3),
    owners: [
      { value: '', text: t('improvements-gaps.choose') },
      ...owners.map(({ accountId, name }) => ({ value: accountId, text: name })),
    ],
  }
  const status = saved ? 409 : problems.length > 0 ? 422 : 200
  render(response, 'improvements/gaps/row', model, { layout: 'staff', status })
}
