import type { T } from '../../../platform/i18n/index.ts'
import { sortRows } from '../cells.ts'
import type { Cells, Instrument, Row } from '../instrument.ts'
import type { Kind } from '../kinds.ts'
import type { Proposal } from './proposal.ts'

interface Words {
  t: T
  placeName: string
  serviceName: string
}

interface Carry {
  from: Kind
  /** Null: nothing follows from that row. */
  cells: (row: Cells, words: Words) => Cells | null
  /** Rows that say the same here are one. */
  same?: string
}

const say = (t: T, key: string, values = {}) => t(`improvements-instruments.${key}`, values)

/** Out of which instrument each is filled, and how. */
const CARRIES: Readonly<Partial<Record<Kind, Carry>>> = {
  schedule: {
    from: 'diagnosis',
    cells: ({ gap }, { t }) =>
      gap ? { activity: say(t, 'carry.close_gap', { gap }), status: 'planned' } : null,
  },
  value: {
    from: 'needs',
    cells: ({ need, expectation = '' }, { serviceName }) =>
      need ? { service: serviceName, result: need, attributes: expectation } : null,
  },
  experience: {
    from: 'value',
    cells: ({ does_not_add: pain, proposal = '' }) =>
      pain ? { pain, opportunity: proposal } : null,
  },
  affinity: {
    from: 'experience',
    cells: ({ pain }, { t }) => (pain ? { note: pain, source: say(t, 'kind.experience') } : null),
  },
  plan: {
    from: 'affinity',
    same: 'heading',
    cells: ({ heading, votes }, { t, placeName }) =>
      heading
        ? {
            what: heading,
            why: votes ? say(t, 'carry.votes', { count: Number(votes) }) : '',
            where: placeName,
            status: 'planned',
          }
        : null,
  },
  culture: {
    from: 'plan',
    cells: ({ what, who = '' }, { t }) =>
      what
        ? {
            action: say(t, 'carry.tell', { what }),
            audience: say(t, 'all_staff'),
            responsible: who,
          }
        : null,
  },
}

/** The instrument out of which one is filled. */
export function earlierOf(kind: Kind): Kind | null {
  return CARRIES[kind]?.from ?? null
}

/** What follows from the rows of the instrument before. */
export function carryOver(
  kind: Kind,
  earlier: Pick<Instrument, 'kind' | 'version'>,
  rows: readonly Row[],
  words: Words,
): Proposal[] {
  const carry = CARRIES[kind]
  if (!carry) return []
  const told = new Set<string>()
  return sortRows(earlier.kind, rows).flatMap(({ lineId, cells }, index) => {
    const carried = carry.cells(cells, words)
    if (!carried) return []
    const sameAs = carry.same === undefined ? lineId : (cells[carry.same] ?? '')
    if (told.has(sameAs)) return []
    told.add(sameAs)
    const name = say(words.t, `kind.${earlier.kind}`)
    const values = { name, version: earlier.version, row: index + 1 }
    return [{ key: `row:${lineId}`, said: say(words.t, 'source.row', values), cells: carried }]
  })
}
