import type { PlainDate } from '../../platform/dates.ts'
import type { Outcome, Reason } from './set-aside.ts'

/** What a tablet sent: the envelope as it was stored, and what became of it. */
export interface DeviceFiling {
  administrationId: string
  itemId: string
  deviceId: string
  /** Made on the tablet. */
  filingId: string
  isRepeat: boolean
  sequence: number
  keyId: string
  /** Gone once it is a case or was dismissed. */
  sealed: Buffer | null
  madeClock: Date
  receivedAt: Date
  handedOverAt: Date
  tries: number
  outcome: Outcome
  reason: Reason | null
  /** The case that it became. */
  settled: {
    caseNumber: string
    kind: string
    registeredAt: Date
    dueOn: PlainDate | null
  } | null
}
