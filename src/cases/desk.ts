import { isPlainDate, type PlainDate } from '../platform/dates.ts'
import type { Channel } from '../routing/index.ts'
import { CASE_STATES, type CaseState } from './case-states.ts'

/** The views of the desk, in the order in which they are shown; each is one question of whoever works there. */
export const DESK_VIEWS = [
  'mine',
  'urgent',
  'unassigned',
  'to_approve',
  'due_soon',
  'overdue',
  'waiting',
  'to_deliver',
  'restricted',
  'review_asked',
  'open',
  'answered',
  'ended',
  'all',
] as const
export type DeskView = (typeof DESK_VIEWS)[number]

export function isDeskView(value: unknown): value is DeskView {
  return DESK_VIEWS.some((view) => view === value)
}

export interface DeskFilters {
  view: DeskView
  text: string | null
  /** The cases that the text may mean, when it is a number. */
  numbers: readonly string[]
  kind: string | null
  centreId: string | null
  serviceId: string | null
  unitId: string | null
  /** An account; or nobody: the unit has it and none of its people does. */
  handlerId: string | null
  priority: 'urgent' | null
  channel: Channel | null
  spokenLanguage: string | null
  state: CaseState | null
  from: PlainDate | null
  until: PlainDate | null
}

/** Whom to ask for to see what nobody has in hand yet. */
export const NOBODY = 'nadie'

/** A view alone has its count beside its name. */
export function isFiltered(filters: DeskFilters): boolean {
  const { view: _view, numbers: _numbers, ...narrowing } = filters
  return Object.values(narrowing).some((value) => value !== null)
}

export const PAGE_SIZES = [25, 50, 100] as const

/** Where the page before ended: its last row's key. */
export interface Cursor {
  key: string
  caseNumber: string
}

export function writeCursor({ key, caseNumber }: Cursor): string {
  return Buffer.from(JSON.stringify([key, caseNumber])).toString('base64url')
}

/** What came in an address; anything else than a cursor of ours starts at the top. */
export function readCursor(text: unknown): Cursor | null {
  if (typeof text !== 'string') return null
  const [, key, caseNumber] =
    /^\["(\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}\.\d{3,6}Z)?)","([A-Z0-9-]{8,40})"\]$/.exec(
      Buffer.from(text, 'base64url').toString(),
    ) ?? []
  if (!key || !caseNumber || !isPlainDate(key.slice(0, 10))) return null
  return Number.isNaN(Date.parse(key)) ? null : { key, caseNumber }
}

export function isCaseState(value: unknown): value is CaseState {
  return CASE_STATES.some((state) => state === value)
}

const NEWEST_FIRST: readonly DeskView[] = ['answered', 'ended', 'review_asked', 'all']

/** What is worked on goes by its date; what is done or searched for, the newest first. */
export function orderOf(filters: Pick<DeskFilters, 'view' | 'text'>): 'due' | 'newest' {
  if (filters.text !== null) return 'newest'
  return NEWEST_FIRST.includes(filters.view) ? 'newest' : 'due'
}

/** Beyond these a desk says only that there are more: counting further would cost what it saves. */
export const MOST_ON_DESK = 1000
export const MOST_FOUND = 200
/** So many are dealt with at once, each in a transaction of its own. */
export const MOST_IN_BULK = 500
