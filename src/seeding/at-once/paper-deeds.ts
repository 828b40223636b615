import { randomUUID } from 'node:crypto'
import { outcomesFor } from '../../regimes/index.ts'
import type { PaperCase } from '../../cases/index.ts'
import type { ClockRow } from '../../deadlines/index.ts'
import type { Staff } from '../../people/index.ts'
import type { BookRules } from '../../administrations/index.ts'
import type { Chance } from '../chance.ts'
import type { Crew } from '../crew.ts'
import type { Deed } from '../plan-life.ts'
import type { Voices } from '../voices.ts'

/** A case in memory at the moment at which something happens to it. */
export interface PaperScene {
  item: PaperCase
  book: BookRules
  crew: Crew
  voices: Voices
  chance: Chance
  /** As it is written down, which may be years before the day on which the rules were asked. */
  at: Date
  /** The day of the rules. */
  day: string
  /** The clock that begins when the answer has arrived; null: the regime has none. */
  closing: () => ClockRow | null
}

/** Corrections, returns and reviews are left out: they are lived in the small books. */
export const PAPER_DEEDS: Readonly<Partial<Record<Deed, (scene: PaperScene) => void>>> = {
  open: (scene) => scene.item.take({ action: 'open', actor: responsible(scene), at: scene.at }),
  assign,
  accept,
  draft,
  approve,
  deliver,
  forward,
  rate,
  withdraw: (scene) => end(scene, 'withdraw', 'withdrawn', say(scene, 'withdrawals')),
  archive: (scene) => end(scene, 'archive', 'archived', say(scene, 'archived')),
  transfer: (scene) => {
    const { body, reason } = scene.chance.pick(scene.voices.transfers)
    end(scene, 'transfer', undefined, reason, body)
  },
  redirect: (scene) => {
    const { procedure, reason } = scene.chance.pick(scene.voices.redirections)
    end(scene, 'redirect', 'redirected', reason, procedure)
  },
}

function assign(scene: PaperScene): void {
  const { item, crew, chance, at } = scene
  const own = item.row.unit_id ?? ownerOf(scene)
  const unitId = own !== null && crew.units.includes(own) ? own : chance.pick(crew.units)
  const someone = chance.pick(crew.handlers.get(unitId) ?? [])
  const handlerId = chance.happens(0.6) ? someone.accountId : null
  item.take({
    action: 'assign',
    actor: responsible(scene),
    at,
    details: { unitId, handlerId },
    changes: { desk: 'unit', unit_id: unitId, handler_id: handlerId },
  })
  item.stopClocks(at, ['triage'])
}

function ownerOf({ book, item }: PaperScene): string | null {
  return book.services.find(({ serviceId }) => serviceId === item.row.service_id)?.unitId ?? null
}

function accept(scene: PaperScene): void {
  const { item, at } = scene
  const actor = handler(scene)
  const handlerId = item.row.handler_id ?? actor.accountId
  const changes = { handler_id: handlerId }
  item.take({ action: 'accept', actor, at, details: { handlerId }, changes })
}

function draft(scene: PaperScene): void {
  const { item, book, voices, chance, at, day } = scene
  const actor = handler(scene)
  const codes = outcomesFor(book.regime, item.row.kind, day).map(({ code }) => code)
  const spoken = codes.filter((code) => voices.answers[code] !== undefined)
  const outcome = chance.pick(spoken.length > 0 ? spoken : codes)
  const by = { accountId: actor.accountId, at }
  const body = item.write('answer', chance.pick(voices.answers[outcome] ?? voices.notes), by)
  const measures = chance.happens(0.4)
    ? item.write('measures', chance.pick(voices.measures), by)
    : null
  item.addAnswer({
    answer_id: randomUUID(),
    state: 'submitted',
    outcome,
    body_content_id: body.row.content_id,
    measures_content_id: measures?.row.content_id ?? null,
    comment_content_id: null,
    author_id: actor.accountId,
    approver_id: null,
    submitted_at: at,
    decided_at: null,
  })
  const contents = measures ? [body, measures] : [body]
  item.take({ action: 'submit_draft', actor, at, contents, details: { outcome } })
}

const METHOD = { email: 'email', sms: 'sms', post: 'post', pickup: 'pickup' } as const

function approve(scene: PaperScene): void {
  const { item, at } = scene
  const { answer, row } = item
  if (!answer) return
  const actor = responsible(scene)
  answer.state = 'approved'
  answer.approver_id = actor.accountId
  answer.decided_at = at
  const { outcome, answer_id: answerId } = answer
  item.take({
    action: 'approve',
    actor,
    at,
    details: { answerId, outcome },
    changes: { outcome, answered_at: at, overdue: false },
  })
  item.stopClocks(at)
  const method = row.answer_by === 'none' ? 'tracking_page' : METHOD[row.answer_by]
  item.addDelivery({
    delivery_id: randomUUID(),
    answer_id: answerId,
    method,
    state: 'pending',
    started_at: at,
    settled_at: null,
    proof: null,
    failure: null,
    recorded_by: null,
  })
  if (method === 'tracking_page') deliver(scene)
}

function deliver(scene: PaperScene): void {
  const { item, at, closing } = scene
  const { delivery } = item
  if (!delivery || delivery.state !== 'pending') return
  delivery.state = 'delivered'
  delivery.settled_at = at
  delivery.proof = 'invented'
  item.take({
    action: 'deliver',
    actor: { as: 'system' },
    at,
    details: { deliveryId: delivery.delivery_id },
    changes: { notified_at: at },
  })
  const clock = closing()
  if (clock) item.startClock(clock)
}

function forward(scene: PaperScene): void {
  const { item, at, closing } = scene
  const actor = responsible(scene)
  const message = item.write('reason', say(scene, 'thanks'), { accountId: actor.accountId, at })
  item.stopClocks(at)
  item.take({
    action: 'forward',
    actor,
    at,
    contents: [message],
    details: { officials: [] },
    changes: { outcome: 'thanked', answered_at: at, notified_at: at },
  })
  const clock = closing()
  if (clock) item.startClock(clock)
}

function rate(scene: PaperScene): void {
  const { item, voices, chance, at } = scene
  const resolved = chance.weighted({ yes: 58, partly: 24, no: 18 })
  const satisfaction = { yes: chance.int(4, 5), partly: chance.int(2, 4), no: chance.int(1, 2) }[
    resolved
  ]
  const words = chance.pick(voices.ratings[resolved === 'yes' ? 'high' : 'low'])
  const comment = item.write('rating_comment', words, { accountId: null, at })
  const comment_content_id = comment.row.content_id
  item.rate({ resolved, satisfaction, comment_content_id, rated_at: at })
  const details = { resolved, satisfaction }
  item.take({ action: 'rate', actor: { as: 'person' }, at, contents: [comment], details })
}

function end(
  scene: PaperScene,
  action: 'withdraw' | 'archive' | 'transfer' | 'redirect',
  reason: string | undefined,
  words: string,
  outsideBody?: string,
): void {
  const { item, at } = scene
  const actor = action === 'withdraw' ? ({ as: 'person' } as const) : responsible(scene)
  const accountId = actor.as === 'staff' ? actor.accountId : null
  item.stopClocks(at)
  item.take({
    action,
    actor,
    at,
    ...(reason !== undefined && { reason }),
    contents: [item.write('reason', words, { accountId, at })],
    ...(outsideBody !== undefined && { changes: { outside_body: outsideBody } }),
  })
}

function say(
  { chance, voices }: PaperScene,
  speech: 'withdrawals' | 'archived' | 'thanks',
): string {
  return chance.pick(voices[speech])
}

function responsible({ chance, crew }: PaperScene) {
  return asStaff(chance.pick(crew.responsibles))
}

/** Whoever has it in hand, else somebody of the unit. */
function handler({ item, crew, chance }: PaperScene) {
  const colleagues = crew.handlers.get(item.row.unit_id ?? '') ?? []
  const own = colleagues.find(({ accountId }) => accountId === item.row.handler_id)
  return asStaff(own ?? chance.pick(colleagues))
}

function asStaff({ accountId, grants }: Staff) {
  return { as: 'staff' as const, accountId, role: grants[0]?.role ?? 'claims_manager' }
}
