import { DRIVERS } from '../../surveys/index.ts'

/** The first level of every frame: the six drivers of satisfaction, and the place itself. */
export const FIRST_LEVEL = [...DRIVERS, 'facilities'] as const
export type FirstLevel = (typeof FIRST_LEVEL)[number]

/** What a code means, in words that two people read alike. */
export interface CodeText {
  name: string
  definition: string
  include: string
  exclude: string
  example: string
}

export interface FrameCode extends CodeText {
  codeId: string
  /** Null: of the first level. */
  parentId: string | null
  driver: FirstLevel | null
  position: number
  /** Versions of the frame. */
  addedIn: number
  changedIn: number
  retiredIn: number | null
}

export interface Frame {
  administrationId: string
  frameId: string
  name: string
  version: number
  createdAt: Date
  createdBy: string
}

export const FRAME_CHANGES = ['begun', 'added', 'reworded', 'retired'] as const

export interface FrameChange {
  version: number
  change: (typeof FRAME_CHANGES)[number]
  codeId: string | null
  before: CodeText | null
  after: CodeText | null
  reason: string
  changedAt: Date
  changedBy: string
}

/** The first level above a code, or itself. */
export function firstLevelOf(
  codes: readonly Pick<FrameCode, 'codeId' | 'parentId' | 'driver'>[],
  codeId: string,
): FirstLevel | null {
  const code = codes.find((each) => each.codeId === codeId)
  if (!code || code.parentId === null) return code?.driver ?? null
  return firstLevelOf(codes, code.parentId)
}

/** First level in its order, each with its inductive codes under it; retired ones left out. */
export function inTree(codes: readonly FrameCode[]): (FrameCode & { under: FrameCode[] })[] {
  const used = codes.filter(({ retiredIn }) => retiredIn === null)
  const byPosition = (one: FrameCode, other: FrameCode) => one.position - other.position
  return used
    .filter(({ parentId }) => parentId === null)
    .toSorted(byPosition)
    .map((code) => ({
      ...code,
      under: used.filter(({ parentId }) => parentId === code.codeId).toSorted(byPosition),
    }))
}
