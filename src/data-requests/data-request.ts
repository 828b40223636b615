import type { PlainDate } from '../platform/dates.ts'
import type { DataRight, DataRightRule } from '../regimes/index.ts'
import type { RequestState } from './request-states.ts'

/** How it is known that the data are the person's own: the secret of their case, or a document that was seen. */
export type Proof = 'secret' | 'document'

/** What a person asked about the data that is kept of them, as it stands. */
export interface DataRequest {
  administrationId: string
  requestId: string
  requestNumber: string
  right: DataRight
  state: RequestState
  proof: Proof | null
  /** Null: the person. */
  filedBy: string | null
  filedAt: Date
  language: string
  personName: string
  email: string | null
  details: string
  /** What the office answered, in words. */
  answer: string
  /** Null where the regime sets no term. */
  rule: DataRightRule | null
  dueOn: PlainDate | null
  extendedBy: number | null
  proofAskedOn: PlainDate | null
  proofDueOn: PlainDate | null
  provenOn: PlainDate | null
  answeredAt: Date | null
  effectiveDueOn: PlainDate | null
  effectiveAt: Date | null
  /** When who asked and what was written went. */
  erasedOn: PlainDate | null
  version: number
}

export interface RequestRef {
  administrationId: string
  requestNumber: string
}
