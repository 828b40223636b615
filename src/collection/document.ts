import type { PlainDate } from '../platform/dates.ts'

/** The papers of the programme, each in versions. */
export const DOCUMENT_KINDS = ['mechanism', 'strategy', 'procedure'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** What each of them has to say; the strategy is asked for piece by piece (NC-02 of the MAS model). */
export const PARTS: Readonly<Record<DocumentKind, readonly string[]>> = {
  mechanism: ['text'],
  strategy: ['goals', 'population', 'channels', 'instruments', 'periods', 'owner'],
  procedure: ['text'],
}

export const VALIDATORS = ['head', 'evaluator'] as const
export type ValidatedAs = (typeof VALIDATORS)[number]

export interface Validation {
  as: ValidatedAs
  accountId: string
  on: PlainDate
}

export interface ProgrammeDocument {
  documentId: string
  kind: DocumentKind
  version: number
  parts: Readonly<Record<string, string>>
  fileName: string | null
  writtenAt: Date
  writtenBy: string
  validations: readonly Validation[]
}

export function isWhole({
  kind,
  parts,
  fileName,
}: Omit<ProgrammeDocument, 'validations'>): boolean {
  const filled = PARTS[kind].filter((part) => (parts[part] ?? '') !== '')
  return kind === 'strategy'
    ? filled.length === PARTS.strategy.length
    : filled.length > 0 || fileName !== null
}

export function isValidated({ validations }: Pick<ProgrammeDocument, 'validations'>): boolean {
  return VALIDATORS.every((each) => validations.some((validation) => validation.as === each))
}
