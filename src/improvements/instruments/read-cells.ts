import type { Request } from 'express'
import { z } from 'zod'
import type { FieldProblem } from '../../platform/errors.ts'
import {
  numberWithin,
  optionalDay,
  optionalLine,
  readForm,
  typedIn,
  words,
} from '../../platform/web/index.ts'
import { isEmpty } from './cells.ts'
import type { Cells } from './instrument.ts'
import { sheetOf, type Column, type Kind } from './kinds.ts'

const LONGEST = { line: 160, words: 600, choice: 40 } as const
const HIGHEST_REVISION = 1_000_000_000

/** A row as its form brings it; a draft may have gaps, but no row is empty. */
export function readCells(
  request: Request,
  kind: Kind,
): { cells: Cells; problems: [] } | { cells: null; problems: FieldProblem[] } {
  const { columns } = sheetOf(kind)
  const form = z.object(Object.fromEntries(columns.map((column) => [column.code, fieldOf(column)])))
  const { values, problems } = readForm(request, form)
  if (!values) return { cells: null, problems }
  const faults = faultsIn(kind, values)
  return faults.length > 0 ? { cells: null, problems: faults } : { cells: values, problems: [] }
}

/** Which version of the row or of the document a form was made from. */
export function readRevision(request: Request): number {
  const { values } = readForm(request, z.object({ revision: numberWithin(1, HIGHEST_REVISION) }))
  return values?.revision ?? 0
}

/** What was typed, to be shown again. */
export function typedCells(request: Request, kind: Kind): Cells {
  const typed = typedIn(request)
  return Object.fromEntries(sheetOf(kind).columns.map(({ code }) => [code, typed(code)]))
}

function fieldOf({ as, choices = [] }: Column): z.ZodType<string> {
  switch (as) {
    case 'line':
      return optionalLine(LONGEST.line)
    case 'words':
      return words(LONGEST.words)
    case 'day':
      return optionalDay.transform((day) => day ?? '')
    case 'number':
      return optionalLine(4).pipe(z.string().regex(/^\d*$/, 'not_number'))
    case 'choice':
      return optionalLine(LONGEST.choice).pipe(
        z.string().refine((text) => text === '' || choices.includes(text), 'unknown'),
      )
  }
}

function faultsIn(kind: Kind, cells: Cells): FieldProblem[] {
  const [first] = sheetOf(kind).columns
  if (isEmpty(cells)) return [{ field: first?.code ?? '', code: 'empty_row' }]
  const { start = '', end = '' } = cells
  if (start !== '' && end !== '' && end < start) return [{ field: 'end', code: 'before_start' }]
  return []
}
