import { DRIVERS } from '../../surveys/index.ts'

/** One column of an instrument: how it is typed, shown and printed. */
export interface Column {
  code: string
  as: 'line' | 'words' | 'day' | 'number' | 'choice'
  /** Of a choice, in their order. */
  choices?: readonly string[]
  /** Where the choices have their names, if not among the instrument's own. */
  named?: string
  /** Without it nothing is signed; `unless`: but where another column says that. */
  asked?: boolean
  unless?: { column: string; is: string }
  /** Of the width of the paper. */
  share: number
}

interface Sheet {
  /** The column by which one speaks of a row. */
  lead: string
  columns: readonly Column[]
  /** By which column the rows stand; otherwise as they were written. */
  sortedBy?: string
}

/** The six parts of the norm (RSGP 006-2019-PCM/SGP). */
export const COMPONENTS = ['people', 'value', 'service', 'measure', 'lead', 'culture'] as const
const STATUS = ['planned', 'doing', 'done', 'dropped'] as const
const STAGES = ['before', 'during', 'after'] as const
/** Done, and proved. */
export const BEST_LEVEL = '3'

const words = (code: string, share: number, more: Partial<Column> = {}): Column => ({
  ...{ code, share, as: 'words', asked: true },
  ...more,
})
const line = (code: string, share: number, more: Partial<Column> = {}): Column => ({
  ...{ code, share, as: 'line', asked: true },
  ...more,
})
const day = (code: string, share: number): Column => ({ code, share, as: 'day', asked: true })
const choice = (
  code: string,
  share: number,
  choices: readonly string[],
  more: Partial<Column> = {},
): Column => ({ ...{ code, share, choices, as: 'choice', asked: true }, ...more })
const free = { asked: false } as const

/**
 * The eight instruments of the norm, in the order of its annexes, with their columns: form, page, paper and what is
 * read from a form are all made from this table.
 */
export const SHEETS = {
  diagnosis: {
    lead: 'question',
    sortedBy: 'component',
    columns: [
      choice('component', 0.14, COMPONENTS),
      words('question', 0.25),
      words('evidence', 0.25),
      choice('level', 0.12, ['0', '1', '2', BEST_LEVEL]),
      words('gap', 0.24, { unless: { column: 'level', is: BEST_LEVEL } }),
    ],
  },
  schedule: {
    lead: 'activity',
    sortedBy: 'start',
    columns: [
      words('activity', 0.3),
      line('product', 0.2),
      line('responsible', 0.18),
      day('start', 0.11),
      day('end', 0.11),
      choice('status', 0.1, STATUS),
    ],
  },
  needs: {
    lead: 'need',
    columns: [
      line('segment', 0.18),
      choice('technique', 0.14, ['survey', 'interview', 'focus_group', 'observation', 'claims']),
      words('need', 0.28),
      words('expectation', 0.28),
      choice('priority', 0.12, ['high', 'medium', 'low']),
    ],
  },
  value: {
    lead: 'result',
    columns: [
      line('service', 0.14),
      words('result', 0.17),
      words('attributes', 0.17),
      words('adds', 0.16, free),
      words('does_not_add', 0.17, free),
      words('proposal', 0.19),
    ],
  },
  experience: {
    lead: 'thoughts',
    sortedBy: 'stage',
    columns: [
      choice('stage', 0.075, STAGES),
      words('actions', 0.115),
      line('touchpoint', 0.095),
      line('channel', 0.085),
      words('thoughts', 0.125),
      choice('emotion', 0.085, ['-2', '-1', '0', '1', '2']),
      words('pain', 0.11, free),
      words('opportunity', 0.12),
      choice('driver', 0.1, DRIVERS, { named: 'improvements-gaps.driver' }),
      words('evidence', 0.09, free),
    ],
  },
  affinity: {
    lead: 'heading',
    sortedBy: 'group',
    columns: [
      words('note', 0.32),
      line('source', 0.2),
      line('group', 0.12),
      words('heading', 0.28),
      { code: 'votes', share: 0.08, as: 'number' },
    ],
  },
  plan: {
    lead: 'what',
    columns: [
      words('what', 0.14),
      words('why', 0.14),
      line('where', 0.1),
      line('when', 0.11),
      line('who', 0.1),
      words('how', 0.13),
      line('how_much', 0.09),
      words('indicator', 0.1),
      choice('status', 0.09, STATUS),
    ],
  },
  culture: {
    lead: 'action',
    columns: [
      words('action', 0.32),
      line('audience', 0.22),
      line('responsible', 0.2),
      words('evidence', 0.26),
    ],
  },
} as const satisfies Record<string, Sheet>

export type Kind = keyof typeof SHEETS
export const KINDS = Object.keys(SHEETS) as readonly Kind[]

export function sheetOf(kind: Kind): Sheet {
  return SHEETS[kind]
}

export function annexOf(kind: Kind): number {
  return KINDS.indexOf(kind) + 1
}
