import type { PlainDate } from '../../platform/dates.ts'
import type { CellReader } from './cell-reader.ts'
import type { CellTotal } from './cell-rows-store.ts'
import type { Breakdown, FigureQuestion } from './figure.ts'
import type { Veils } from './figures-of.ts'
import type { CellIndicator } from './formulas/indicator.ts'
import type { Measure } from './measures.ts'
import { EVERYWHERE } from './places.ts'
import { breakdownOf, smallestFor } from './question.ts'
import { monthAfter } from './spans.ts'
import { pairOf, veilOf, type Family, type Veil } from './veil.ts'

type Rests = CellIndicator['rests']

/** Of these what lies open is made. */
export const OPEN: readonly Measure[] = ['received', 'ended']

/** In public nothing is told of those of whom too few came in: who reads a share would ask of how many. */
export const RECEIVED: readonly Measure[] = ['received']

/** The counts around a question's cells, from which it follows which of them may be shown. */
interface Around {
  whole: readonly CellTotal[]
  centres: readonly CellTotal[]
  members: readonly CellTotal[]
  within: ReadonlyMap<string, readonly CellTotal[]>
}

/** Reads whole years, so that a cell is hidden or shown the same whatever part of them is asked for. */
export async function readVeils(
  cells: CellReader,
  question: FigureQuestion,
  months: readonly PlainDate[],
  indicators: readonly CellIndicator[],
): Promise<Veils> {
  const from = `${(months[0] ?? '').slice(0, 4)}-01-01`
  const last = months.at(-1) ?? from
  const until = `${last.slice(0, 4)}-12-01`
  const isPublic = question.audience === 'public'
  const bases = [
    ...indicators.flatMap(({ rests }) => (rests === 'open' ? [] : [...rests])),
    ...(isPublic ? RECEIVED : []),
  ]
  const flows = await readAround(question, cells.expect, (within, breakdown) =>
    cells.listTotals({ within, breakdown, measures: [...new Set(bases)] }, { from, until }),
  )
  const hasOpen = indicators.some(({ rests }) => rests === 'open')
  const open = hasOpen ? await readAround(question, cells.expect, openOn(cells, last)) : flows
  const known = new Map<string, Veil>()
  const veilFor: Veils = (kind, rests) => {
    const key = `${kind} ${String(rests)}`
    const isUnder = isPublic && rests !== 'open' && String(rests) !== String(RECEIVED)
    const under = isUnder ? veilFor(kind, RECEIVED) : undefined
    const veil =
      known.get(key) ?? veilOver(rests === 'open' ? open : flows, question, { kind, rests, under })
    known.set(key, veil)
    return veil
  }
  return veilFor
}

interface Over {
  kind: string
  rests: Rests
  under: Veil | undefined
}

function veilOver(around: Around, question: FigureQuestion, { kind, rests, under }: Over): Veil {
  const family = (rows: readonly CellTotal[]) => familyOf(rows, kind, rests)
  return veilOf({
    neighbours: {
      whole: family(around.whole),
      centres: family(around.centres),
      members: family(around.members),
      membersWithin: new Map([...around.within].map(([id, rows]) => [id, family(rows)])),
    },
    centreId: question.centreId ?? null,
    breakdown: breakdownOf(question),
    smallest: smallestFor(question),
    // what lies open is one day, and over when it is told
    asOf: rests === 'open' ? '9999-12-31' : question.asOf,
    ...(under && { under }),
  })
}

type Read = (within: string, breakdown: Breakdown | '') => Promise<readonly CellTotal[]>
type Expect = CellReader['expect']

async function readAround(question: FigureQuestion, expect: Expect, read: Read): Promise<Around> {
  const { centreId } = question
  const breakdown = breakdownOf(question)
  const asksCentres = centreId !== undefined || breakdown === 'centre'
  const centres = asksCentres ? await read(EVERYWHERE, 'centre') : []
  const isOwn = breakdown !== null && breakdown !== 'centre'
  const within = new Map<string, readonly CellTotal[]>()
  if (centreId !== undefined && isOwn) {
    const pair = pairOf(
      centreId,
      centres.map(({ member }) => member),
    )
    await expect(pair.map((id) => ({ within: id, breakdown })))
    for (const id of pair) within.set(id, await read(id, breakdown))
  }
  return {
    whole: await read(EVERYWHERE, ''),
    centres,
    members: isOwn ? await read(EVERYWHERE, breakdown) : [],
    within,
  }
}

function openOn(cells: CellReader, month: PlainDate): Read {
  return async (within, breakdown) => {
    const which = { within, breakdown, measures: OPEN }
    const totals = await cells.sumBefore(which, monthAfter(month, 1))
    return totals.map((row) => ({ ...row, month }))
  }
}

function familyOf(rows: readonly CellTotal[], kind: string, rests: Rests): Family {
  const family = new Map<string, Map<PlainDate, number[]>>()
  for (const row of rows) {
    if (row.kind !== kind) continue
    const months = family.get(row.member) ?? new Map<PlainDate, number[]>()
    family.set(row.member, months)
    const counts = months.get(row.month) ?? (rests === 'open' ? [0] : rests.map(() => 0))
    months.set(row.month, counts)
    if (rests !== 'open') counts[rests.indexOf(row.measure)] = row.total
    else counts[0] = (counts[0] ?? 0) + (row.measure === 'received' ? row.total : -row.total)
  }
  return family
}
