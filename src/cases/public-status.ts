import type { System } from '../system.ts'
import type { T } from '../platform/i18n/index.ts'
import { listAttachments } from '../attachments/index.ts'
import { listEvents, type StoredEvent } from '../ledger/index.ts'
import { getRegimeVersion, inLanguage } from '../regimes/index.ts'
import { explainAnswerDate } from './case-clocks.ts'
import type { Case } from './case.ts'
import type { CaseState } from './case-states.ts'
import { listContents, type CaseContent } from './content-store.ts'
import { findPublicAnswer, type PublicAnswer } from './public-answer.ts'

/** A case as its person may see it, in plain words: never notes, comments, names of staff or drafts. */
export interface PublicStatus {
  caseNumber: string
  kind: string
  kindLabel: string
  state: CaseState
  stateLabel: string
  registeredAt: Date
  dueOn: string | null
  dueExplanation: string | null
  history: readonly PublicStep[]
  answer: PublicAnswer | null
}

export interface PublicStep {
  /** Its place in the history, in which some steps are not shown. */
  position: number
  at: Date
  event: string
  label: string
  /** What was said with the step, by the office or by the person. */
  text: string | null
  /** The names of the files that came with it. */
  files: readonly string[]
  from: 'office' | 'person'
}

/** Steps inside the office that tell the person nothing. */
const INTERNAL_EVENTS = new Set([
  'return',
  'reassigned',
  'submit_draft',
  'return_draft',
  'reclassified',
  'restricted',
  'unrestricted',
  'officials_named',
  'noted',
  'held',
  'hold_released',
])

const SHOWN_CONTENTS = new Set([
  'description',
  'correction_request',
  'correction',
  'information',
  'reason',
  'review_request',
  'rating_comment',
])

export async function getPublicStatus(
  system: System,
  item: Case,
  t: T,
  language: string,
): Promise<PublicStatus> {
  const { administrationId, caseId } = item
  const events = await listEvents(system.db, administrationId, caseId)
  const contents = new Map(
    (await listContents(system.db, administrationId, caseId)).map((one) => [one.contentId, one]),
  )
  const fileNames = new Map(
    (await listAttachments(system.db, item)).map(({ attachmentId, name }) => [attachmentId, name]),
  )
  const regime = await getRegimeVersion(system.db, item.regimeCode, item.regimeVersion)
  const kind = regime.kinds.find(({ code }) => code === item.kind)
  const due = await explainAnswerDate(system.db, item, t, language)
  return {
    caseNumber: item.caseNumber,
    kind: item.kind,
    kindLabel: inLanguage(kind?.label, language) ?? item.kind,
    state: item.state,
    stateLabel: t(`cases.state.${item.state}`),
    registeredAt: item.registeredAt,
    dueOn: item.dueOn,
    dueExplanation: due,
    history: events
      .filter(({ event }) => !INTERNAL_EVENTS.has(event))
      .map((event) => publicStep(event, { contents, fileNames, t })),
    answer: await findPublicAnswer(system, item, language),
  }
}

function publicStep(
  event: StoredEvent,
  known: {
    contents: ReadonlyMap<string, CaseContent>
    fileNames: ReadonlyMap<string, string>
    t: T
  },
): PublicStep {
  const shown = event.commitments
    .filter(({ kind }) => SHOWN_CONTENTS.has(kind))
    .map(({ id }) => known.contents.get(id)?.body)
    .find((body) => typeof body === 'string')
  return {
    position: event.position,
    at: event.happenedAt,
    event: event.event,
    label: known.t(`cases.event.${event.event}`),
    text: shown ?? null,
    files: event.commitments.flatMap(({ id }) => known.fileNames.get(id) ?? []),
    from: event.actor === 'person' ? 'person' : 'office',
  }
}
