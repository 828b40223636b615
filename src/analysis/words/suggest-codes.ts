import type { Db } from '../../platform/database/connection.ts'

export interface SuggestedCode {
  codeId: string
  /** The words that weighed, most first. */
  why: readonly string[]
}

export interface SegmentToCode {
  administrationId: string
  corpusId: string
  frameId: string
  /** Whose codings may be learnt from: of those of others a coder must not hear. */
  coderId: string
  text: string
  language: string
}

/** Puts the most likely codes first; a person decides. What it leaves out follows in the frame's order. */
export type SuggestCodes = (db: Db, asked: SegmentToCode) => Promise<readonly SuggestedCode[]>
