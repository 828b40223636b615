import type { CaseState } from './case-states.ts'
import type { Desk, Restriction } from './case-tables.ts'
import type { Channel } from '../routing/index.ts'
import type { AnswerBy } from './filing.ts'

/** A case without the words and the person: what lists, policies and steps need. */
export interface Case {
  administrationId: string
  caseId: string
  caseNumber: string
  kind: string
  kindFiled: string
  state: CaseState
  isOpen: boolean
  /** The number of steps taken; also the version that a form carries. */
  historyLength: number
  channel: Channel
  language: string
  /** In which the person asked to be spoken to. */
  spokenLanguage: string | null
  registeredAt: Date
  occurredOn: string | null
  occurredTime: string | null
  centreId: string
  serviceId: string | null
  motives: readonly string[]
  desk: Desk
  unitId: string | null
  handlerId: string | null
  routingRuleId: string | null
  priority: number
  restricted: Restriction | null
  /** The person is shown the sealed door on the page where they follow the case. */
  doorOffered: boolean
  namedOfficials: readonly string[]
  signals: readonly string[]
  dueOn: string | null
  overdue: boolean
  clockSuspended: boolean
  answerBy: AnswerBy
  electronicNotice: boolean
  resultsTold: boolean
  quotation: boolean
  reviewAsked: boolean
  outcome: string | null
  answeredAt: Date | null
  notifiedAt: Date | null
  closedAt: Date | null
  closeReason: string | null
  outsideNumber: string | null
  outsideBody: string | null
  linkedCaseId: string | null
  regimeCode: string
  regimeVersion: number
  summary: string
  /** Kept as proof whatever its term says. */
  held: boolean
}
