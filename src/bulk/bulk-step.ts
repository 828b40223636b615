import type { BookRules } from '../administrations/index.ts'
import type { Case, CaseAction, LockedCase, StaffRequest } from '../cases/index.ts'
import type { System } from '../system.ts'

/** The names of the steps, in the order in which they are offered. */
export const BULK_STEPS = [
  'sugerido',
  'asignar',
  'tomar',
  'clasificar',
  'nota',
  'ampliar',
  'archivar',
  'cerrar',
] as const
export type BulkStepName = (typeof BULK_STEPS)[number]

/** What the form of a step asks for. */
export type BulkField = 'unit' | 'handler' | 'kind' | 'service' | 'reason'
export type BulkValues = Readonly<Partial<Record<BulkField, string>>>

export interface BulkStep {
  /** One of them is taken, the first that the case's state allows. */
  actions: readonly CaseAction[]
  fields: readonly BulkField[]
  required: readonly BulkField[]
  /** Danger, priority and what is restricted are read one by one before anybody decides. */
  readFirst: boolean
  /** The person of each case is told, with the words of the form if there are any. */
  tellsPerson: boolean
  take(at: BulkTaking): Promise<LockedCase>
}

export interface BulkTaking {
  system: System
  request: StaffRequest
  item: Case
  action: CaseAction
  values: BulkValues
  book: BookRules
  now: Date
}
