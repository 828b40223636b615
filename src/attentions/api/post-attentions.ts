import { z } from 'zod'
import { getBookRules } from '../../administrations/index.ts'
import { localDate } from '../../platform/dates.ts'
import { Invalid, type FieldProblem } from '../../platform/errors.ts'
import type { Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { takeCounts } from '../actions/count-attention.ts'
import { cellKey, MOST_A_DAY, type Attended } from '../attention.ts'
import { checkRow, knownPlaces, type ToldRow } from '../told-row.ts'

const MOST_ROWS = 5_000

const body = z.strictObject({
  attentions: z
    .array(
      z.strictObject({
        centre: z.string().max(80),
        service: z.string().max(80),
        day: z.string().max(10),
        channel: z.string().max(20).default('counter'),
        count: z.int().min(0).max(MOST_A_DAY),
      }),
    )
    .min(1)
    .max(MOST_ROWS),
})

/**
 * Takes how many people were attended: all rows or, with a problem for each, none. A row tells the whole of
 * its centre, service, day and channel, so that sending it again is harmless and a correction replaces it.
 */
export function postAttentions(system: System): Page {
  return async (request, response) => {
    const now = system.clock()
    const book = await getBookRules(system, String(request.params['slug']), now)
    const { administrationId, timeZone } = book.administration
    const told = body.safeParse(request.body)
    if (!told.success) throw new Invalid(told.error.issues.map(problemOf))
    const known = knownPlaces(book, localDate(now, timeZone))
    const checked = told.data.attentions.map(({ count, ...row }) =>
      checkRow({ ...row, attended: String(count) }, known),
    )
    const problems = checked.flatMap((row, index) =>
      row.problems.map(({ field, code }) => ({ field: pointer(index, field), code })),
    )
    const cells = checked.flatMap(({ attended }) => (attended ? [attended] : []))
    problems.push(...twiceIn(cells))
    if (problems.length > 0) throw new Invalid(problems)
    await takeCounts(system, administrationId, cells)
    response.status(200).json({ kept: cells.length })
  }
}

function pointer(index: number, field: keyof ToldRow): string {
  return `/attentions/${index}/${field === 'attended' ? 'count' : field}`
}

function twiceIn(cells: readonly Attended[]): FieldProblem[] {
  const seen = new Set<string>()
  return cells.flatMap((cell, index) => {
    const isTwice = seen.has(cellKey(cell))
    seen.add(cellKey(cell))
    return isTwice ? [{ field: `/attentions/${index}`, code: 'twice' }] : []
  })
}

function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  const field = `/${issue.path.map(String).join('/')}`
  if (issue.code === 'unrecognized_keys') return { field, code: 'unknown_field' }
  if (issue.code === 'too_big' || issue.code === 'too_small') return { field, code: issue.code }
  return { field, code: 'invalid' }
}
