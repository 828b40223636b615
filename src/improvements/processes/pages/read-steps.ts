import { randomUUID } from 'node:crypto'
import type { Request } from 'express'
import { isId } from '../../../platform/ids.ts'
import { typedIn } from '../../../platform/web/index.ts'
import { END, kindOf, MOST_STEPS, MOST_WAYS, type Step, type Way } from '../step.ts'

export const LONGEST_STEP = 200
const LONGEST_LABEL = 40
export const NEXT = 'next'
/** Empty rows below those that are there. */
const SPARE = 3
const FEWEST_ROWS = 6

export function rowsFor(steps: readonly Step[]): number {
  return Math.min(MOST_STEPS, Math.max(FEWEST_ROWS, steps.length + SPARE))
}

interface TypedRow {
  row: number
  stepId: string
  place: number
  text: string
}

/** The steps as the rows of the form tell them: a row without text is none, and the places put them in order. */
export function readSteps(request: Request, names: { yes: string; no: string }): Step[] {
  const typed = typedIn(request)
  const seen = new Set<string>()
  const rows = Array.from({ length: MOST_STEPS }, (_, index) => index + 1)
    .map((row): TypedRow => {
      const id = typed(`id-${row}`)
      const stepId = isId(id) && !seen.has(id) ? id : randomUUID()
      seen.add(stepId)
      const place = Number(typed(`place-${row}`).replace(',', '.'))
      return {
        row,
        stepId,
        place: Number.isFinite(place) && place > 0 ? place : row,
        text: oneLine(typed(`text-${row}`), LONGEST_STEP),
      }
    })
    .filter(({ text }) => text !== '')
    .toSorted((one, other) => one.place - other.place)
  return rows.map(({ row, stepId, text }, index) => {
    const kind = kindOf(text)
    const following = rows[index + 1]?.stepId ?? END
    const ways = waysOf(typed, row, rows, following)
    return {
      stepId,
      kind,
      text,
      ways: kind === 'decision' ? ways.map(named(names)) : activityWay(ways),
    }
  })
}

function waysOf(
  typed: (field: string) => string,
  row: number,
  rows: readonly TypedRow[],
  following: string,
): Way[] {
  return Array.from({ length: MOST_WAYS }, (_, index) => index + 1)
    .map((way) => ({
      label: oneLine(typed(`label-${row}-${way}`), LONGEST_LABEL),
      to: targetOf(typed(`to-${row}-${way}`), rows, following),
    }))
    .filter(({ label, to }, index) => index === 0 || label !== '' || to !== '')
}

/** By the number of its row, which is what the form shows. */
function targetOf(token: string, rows: readonly TypedRow[], following: string): string {
  if (token === NEXT) return following
  if (token === END) return END
  return rows.find(({ row }) => String(row) === token)?.stepId ?? ''
}

function named({ yes, no }: { yes: string; no: string }) {
  return ({ label, to }: Way, index: number): Way => ({
    label: label === '' ? ([yes, no][index] ?? '') : label,
    to,
  })
}

function activityWay([first]: readonly Way[]): Way[] {
  return [{ label: '', to: first?.to ?? '' }]
}

function oneLine(text: string, limit: number): string {
  return text
    .toWellFormed()
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, limit)
}
