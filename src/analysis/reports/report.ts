import type { Chart } from '../charts/index.ts'

/**
 * A report is its sections in order: in each what a person wrote, and the figures, charts, lists and quotes
 * under it. Inside an administration and in public it is not the same: fewer cells are shown in public, and
 * only the quotes that may leave.
 */
export const SECTIONS = [
  'summary',
  'received',
  'times',
  'satisfaction',
  'voices',
  'actions',
  'proposals',
  'limits',
  'method',
] as const
export type SectionKey = (typeof SECTIONS)[number]

/** The two pages that are handed out: what they say besides the figures. */
export const ONE_PAGES = ['citizens', 'staff'] as const
export type OnePage = (typeof ONE_PAGES)[number]

export type TextKey = SectionKey | OnePage
export const TEXTS: readonly TextKey[] = [...SECTIONS, ...ONE_PAGES]

export type Edition = 'inside' | 'public'

/** As it is read, already in words of the report's language; `value` is for whoever computes further. */
export interface ReportFigure {
  /** Indicator, measure, kind and member: the same in every version of a report. */
  id: string
  indicator: string
  label: string
  value: number | null
  shown: string
  /** Null: hidden with the value. */
  n: number | null
  /** How far chance may have moved it; empty where that makes no sense. */
  interval: string
  before: string
  yearBefore: string
}

export interface ReportItem {
  title: string
  text: string
}

export type ReportBlock =
  | { type: 'figures'; title: string; figures: readonly ReportFigure[] }
  | { type: 'chart'; chart: Chart }
  | { type: 'items'; title: string; items: readonly ReportItem[] }
  | { type: 'quotes'; title: string; quotes: readonly { text: string; theme: string }[] }
  | TableBlock
  | { type: 'note'; text: string }

/** The first column says of what a row is; the others are read as figures. */
export interface TableBlock {
  type: 'table'
  title: string
  head: readonly string[]
  rows: readonly (readonly string[])[]
  note: string
}

export type ReportBlocks = Readonly<Partial<Record<SectionKey, readonly ReportBlock[]>>>

/** A figure that was another one in the version before. */
export interface FigureChange {
  id: string
  label: string
  was: string
  is: string
}

export interface ReportContent {
  lang: string
  administration: string
  /** The code of its period. */
  period: string
  /** Up to when cases are counted, ISO 8601. */
  countedAt: string
  texts: Readonly<Record<TextKey, string>>
  blocks: Readonly<Record<Edition, ReportBlocks>>
  /** Of each edition its own: what is hidden in public must not come back as a correction. */
  changes: Readonly<Record<Edition, readonly FigureChange[]>>
}

export interface Report {
  administrationId: string
  reportId: string
  period: string
  version: number
  state: 'draft' | 'signed'
  /** Its number in the year in which it was first signed, such as 3 of 2026. */
  number: number | null
  numberYear: number | null
  /** Grows with every change of a draft; whoever saves on an older one is shown what changed. */
  revision: number
  content: ReportContent
  madeAt: Date
  signedAt: Date | null
  signedBy: string | null
  /** SHA-256 of the list of its files with their hashes. */
  hash: Buffer | null
  publishedAt: Date | null
}

export type ReportRef = Pick<Report, 'administrationId' | 'reportId'>

export function figuresOf(blocks: ReportBlocks): ReportFigure[] {
  return SECTIONS.flatMap((key) => blocks[key] ?? []).flatMap((block) =>
    block.type === 'figures' ? block.figures : [],
  )
}

/** What a draft with these figures says of the version that was signed before; null: none was. */
export function correctionsTo(
  signed: Pick<ReportContent, 'blocks'> | null,
  { blocks }: Pick<ReportContent, 'blocks'>,
): ReportContent['changes'] {
  if (signed === null) return { inside: [], public: [] }
  return {
    inside: changesBetween(signed.blocks.inside, blocks.inside),
    public: changesBetween(signed.blocks.public, blocks.public),
  }
}

/** What a later version says about an earlier one: every figure that is another one now. */
export function changesBetween(before: ReportBlocks, after: ReportBlocks): FigureChange[] {
  const now = new Map(figuresOf(after).map((figure) => [figure.id, figure]))
  const old = new Map(figuresOf(before).map((figure) => [figure.id, figure]))
  const ids = [...new Set([...old.keys(), ...now.keys()])]
  return ids.flatMap((id) => {
    const was = old.get(id)
    const is = now.get(id)
    if (was?.value === is?.value && was?.n === is?.n) return []
    const label = is?.label ?? was?.label ?? id
    return [{ id, label, was: was?.shown ?? '–', is: is?.shown ?? '–' }]
  })
}
