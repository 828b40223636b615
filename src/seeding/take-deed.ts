import type { BookRules } from '../administrations/index.ts'
import {
  acceptCase,
  addInformation,
  addNote,
  approveAnswer,
  archiveCase,
  askForReview,
  assignCase,
  caseViewer,
  confirmExpiry,
  correctCase,
  declineReview,
  forwardCompliment,
  openCase,
  rateCase,
  recordDelivery,
  redirectCase,
  requestCorrection,
  returnCase,
  returnDraft,
  settleAutomaticDelivery,
  submitDraft,
  transferCase,
  withdrawCase,
  findPendingDelivery,
  type Case,
  type CaseAction,
} from '../cases/index.ts'
import type { Staff } from '../people/index.ts'
import { localDate } from '../platform/dates.ts'
import { outcomesFor } from '../regimes/index.ts'
import type { System } from '../system.ts'
import type { Chance } from './chance.ts'
import type { Crew } from './crew.ts'
import type { Deed } from './plan-life.ts'
import type { Voices } from './voices.ts'

/** A case at the moment at which something happens to it. */
export interface Scene {
  system: System
  book: BookRules
  crew: Crew
  voices: Voices
  chance: Chance
  item: Case
  now: Date
}

/** The step of the machine behind each deed. */
export const ACTION: Readonly<Record<Deed, CaseAction>> = {
  open: 'open',
  ask_correction: 'request_correction',
  correct: 'correct',
  expire: 'expire',
  assign: 'assign',
  accept: 'accept',
  give_back: 'return',
  note: 'note',
  add_information: 'add_information',
  draft: 'submit_draft',
  return_draft: 'return_draft',
  approve: 'approve',
  deliver: 'deliver',
  forward: 'forward',
  rate: 'rate',
  ask_review: 'ask_review',
  decline_review: 'decline_review',
  withdraw: 'withdraw',
  archive: 'archive',
  transfer: 'transfer',
  redirect: 'redirect',
}

/** Does it as whoever does it in an office: through the same actions as the pages. */
export async function takeDeed(scene: Scene, deed: Deed): Promise<void> {
  await DEEDS[deed](scene)
}

const DEEDS: Readonly<Record<Deed, (scene: Scene) => Promise<unknown>>> = {
  open: (scene) => openCase(scene.system, responsible(scene), scene.now),
  ask_correction: (scene) =>
    requestCorrection(scene.system, responsible(scene), say(scene, 'corrections'), scene.now),
  correct: (scene) => correctCase(scene.system, person(scene), words(scene, 'replies'), scene.now),
  expire: (scene) => confirmExpiry(scene.system, responsible(scene), scene.now),
  assign,
  accept: (scene) => acceptCase(scene.system, handler(scene), scene.now),
  give_back: (scene) => returnCase(scene.system, handler(scene), say(scene, 'not_ours'), scene.now),
  note: (scene) => addNote(scene.system, handler(scene), say(scene, 'notes'), scene.now),
  add_information: (scene) =>
    addInformation(scene.system, person(scene), words(scene, 'information'), scene.now),
  draft,
  return_draft: (scene) =>
    returnDraft(scene.system, responsible(scene), say(scene, 'returned'), scene.now),
  approve: (scene) => approveAnswer(scene.system, responsible(scene), scene.now),
  deliver,
  forward: (scene) =>
    forwardCompliment(
      scene.system,
      responsible(scene),
      { officialIds: [], message: say(scene, 'thanks') },
      scene.now,
    ),
  rate,
  ask_review: (scene) =>
    askForReview(scene.system, person(scene), say(scene, 'reviews'), scene.now),
  decline_review: (scene) =>
    declineReview(scene.system, responsible(scene), say(scene, 'reviewed'), scene.now),
  withdraw: (scene) =>
    withdrawCase(scene.system, person(scene), say(scene, 'withdrawals'), scene.now),
  archive: (scene) =>
    archiveCase(scene.system, responsible(scene), say(scene, 'archived'), scene.now),
  transfer: (scene) => {
    const to = { ...scene.chance.pick(scene.voices.transfers), number: null }
    return transferCase(scene.system, responsible(scene), to, scene.now)
  },
  redirect: (scene) => {
    const to = scene.chance.pick(scene.voices.redirections)
    return redirectCase(scene.system, responsible(scene), to, scene.now)
  },
}

async function assign(scene: Scene): Promise<void> {
  const { system, item, crew, chance, now } = scene
  const unitId = item.unitId ?? ownerOf(scene) ?? chance.pick(crew.units)
  const someone = chance.pick(crew.handlers.get(unitId) ?? [])
  const byName = item.restricted !== null || chance.happens(0.6)
  const to = { unitId, handlerId: byName ? someone.accountId : null }
  await assignCase(system, responsible(scene), to, now)
}

/** The unit that gives the service, where it has a head. */
function ownerOf({ book, item, crew }: Scene): string | undefined {
  const unitId = book.services.find(({ serviceId }) => serviceId === item.serviceId)?.unitId
  return unitId !== undefined && crew.units.includes(unitId) ? unitId : undefined
}

async function draft(scene: Scene): Promise<void> {
  const { system, book, item, voices, chance, now } = scene
  const today = localDate(now, book.administration.timeZone)
  const codes = outcomesFor(book.regime, item.kind, today).map(({ code }) => code)
  const spoken = codes.filter((code) => voices.answers[code] !== undefined)
  const outcome = chance.pick(spoken.length > 0 ? spoken : codes)
  const body = chance.pick(voices.answers[outcome] ?? voices.answers['other'] ?? [])
  const measures = chance.happens(0.4) ? chance.pick(voices.measures) : ''
  await submitDraft(system, handler(scene), { outcome, body, measures }, now)
}

/** Letters of invented people arrive without having left; the rest is handed over. */
async function deliver(scene: Scene): Promise<void> {
  const { system, item, now } = scene
  const pending = await findPendingDelivery(system.db, item.administrationId, item.caseId)
  if (pending?.method !== 'email') {
    const method = pending?.method === 'post' ? 'post' : 'pickup'
    const record = { result: 'delivered' as const, method, proof: say(scene, 'proofs') } as const
    await recordDelivery(system, responsible(scene), record, now)
    return
  }
  const { administrationId, caseId } = item
  const result = { administrationId, caseId, deliveryId: pending.deliveryId }
  await settleAutomaticDelivery(system, { ...result, proof: 'invented', failure: null }, now)
}

async function rate(scene: Scene): Promise<void> {
  const { system, voices, chance, now } = scene
  const resolved = chance.weighted({ yes: 58, partly: 24, no: 18 })
  const satisfaction = { yes: chance.int(4, 5), partly: chance.int(2, 4), no: chance.int(1, 2) }
  const comment = chance.pick(voices.ratings[resolved === 'yes' ? 'high' : 'low'])
  const rating = { resolved, satisfaction: satisfaction[resolved], comment }
  await rateCase(system, person(scene), rating, now)
}

type Speech = { [Key in keyof Voices]: Voices[Key] extends string[] ? Key : never }[keyof Voices]

function say({ chance, voices }: Scene, speech: Speech): string {
  return chance.pick(voices[speech])
}

function words(scene: Scene, speech: Speech) {
  return { text: say(scene, speech), attachmentIds: [] }
}

function person({ item }: Scene) {
  return { administrationId: item.administrationId, caseNumber: item.caseNumber }
}

function responsible(scene: Scene) {
  return as(scene, scene.chance.pick(scene.crew.responsibles))
}

/** Whoever has it in hand, else somebody of the unit. */
function handler(scene: Scene) {
  const { item, crew, chance } = scene
  const colleagues = crew.handlers.get(item.unitId ?? '') ?? []
  const own = colleagues.find(({ accountId }) => accountId === item.handlerId)
  return as(scene, own ?? chance.pick(colleagues))
}

function as({ book, item }: Scene, staff: Staff) {
  const { administrationId, caseNumber, historyLength } = item
  const ref = { administrationId, caseNumber }
  return { viewer: caseViewer(staff, book), ref, seenLength: historyLength }
}
