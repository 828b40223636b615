import type { Request, Response } from 'express'
import { recordLook } from '../../../audit/index.ts'
import {
  caseViewer,
  checkFiling,
  listSimilarCases,
  type Case,
  type FilingInput,
} from '../../../cases/index.ts'
import type { FieldProblem } from '../../../platform/errors.ts'
import { isId } from '../../../platform/ids.ts'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import {
  completedFiling,
  entryOfAside,
  openAsideForCounter,
  type ReadableAside,
} from '../../devices/for-counter.ts'
import type { Entry } from '../entry-fields.ts'
import { incidentAsEntry } from '../../incidents/as-entry.ts'
import { findIncident } from '../../incidents/incident-store.ts'
import { nextSheet } from '../../sheets/waiting-piles.ts'
import { channelProblems, filingOf } from '../entry-rules.ts'
import { readHandedOver, type HandedOver } from '../handed-over.ts'
import { whenMailCame } from '../../mailbox/for-counter.ts'
import { registerAside } from './aside-entry.ts'
import { enterCounter, type CounterRoom } from './desk-room.ts'
import { keptScans, takeScans } from './entry-scans.ts'
import { showEntry } from './entry-view.ts'
import { mailEntry, openMail } from './mail-entry.ts'
import { findOwnEntry } from './own-entry.ts'
import { newEntry, readEntry } from './read-entry.ts'
import { registerEntry, type ReadyEntry } from './register-entry.ts'

/** The form, empty; below what was registered a moment ago, when it comes from there. */
export function showNewEntry(system: System): Page {
  return async (request, response) => {
    const room = await enterCounter(system, response)
    const { listo, correo, apartado } = request.query
    if (typeof apartado === 'string')
      return showAsideEntry(system, request, response, room, apartado)
    const mail = typeof correo === 'string' ? await openMail(system, room, correo) : null
    if (mail) return showEntry(system, response, room, mailEntry(request, room, mail))
    const filed =
      typeof listo === 'string' ? await findOwnEntry(system, room, listo, response) : null
    const entry = { ...newEntry(request, room), ...(await fromIncident(system, request, room)) }
    const sheetNumber = filed?.sheetNumber
      ? await nextSheet(system.db, room.administrationId, filed.sheetNumber)
      : ''
    await showEntry(system, response, room, { entry: { ...entry, sheetNumber }, filed })
  }
}

/** What a tablet sent and the rules of the day do not take as it is, to be completed. */
async function showAsideEntry(
  system: System,
  request: Request,
  response: Response,
  room: CounterRoom,
  itemId: string,
): Promise<void> {
  const aside = await openAsideForCounter(system, room, itemId)
  const { timeZone } = room.book.administration
  const entry = { ...newEntry(request, room), ...entryOfAside(aside, timeZone) }
  await showEntry(system, response, room, { entry })
}

/** What was noted as solved, where the person wants it in the book all the same. */
async function fromIncident(
  { db }: System,
  { query }: Request,
  { administrationId, book, centres }: CounterRoom,
): Promise<Partial<Entry>> {
  const { incidente } = query
  if (!isId(incidente)) return {}
  const incident = await findIncident(db, administrationId, incidente)
  const isOwn = centres.some(({ centreId }) => centreId === incident?.centreId)
  return incident && isOwn ? incidentAsEntry(book, incident) : {}
}

/** Registers what was typed, or shows it again with what is wrong or what is open already. */
export function takeEntry(system: System): Page {
  return async (request, response) => {
    const room = await enterCounter(system, response)
    const entry = readEntry(request)
    const aside = entry.aside ? await openAsideForCounter(system, room, entry.aside) : null
    const scanProblems = await takeScans(system, request, room, entry)
    if (response.locals.onlyLanguage) return showEntry(system, response, room, { entry })
    const ready = await prepare(system, room, { entry, aside, scanProblems })
    if ('problems' in ready) {
      return showEntry(system, response, room, { entry, problems: ready.problems })
    }
    const similar = await unseenSimilar(system, room, entry, ready.filing)
    if (similar.length > 0) return showEntry(system, response, room, { entry, similar })
    if (aside) {
      return response.redirect(303, await registerAside(system, room, aside, ready.filing))
    }
    await registerEntry(system, response, room, entry, ready)
  }
}

/** Everything that is wrong, at once. */
async function prepare(
  system: System,
  room: CounterRoom,
  typed: { entry: Entry; aside: ReadableAside | null; scanProblems: readonly FieldProblem[] },
): Promise<ReadyEntry | { problems: FieldProblem[] }> {
  const { entry, aside, scanProblems } = typed
  const scans = await keptScans(system, room, entry)
  const filing = filingOf(
    entry,
    scans.map(({ attachmentId }) => attachmentId),
  )
  const body = aside ? completedFiling(aside, filing) : filing
  const handedOver: HandedOver = aside
    ? { at: aside.item.handedOverAt, problems: [] }
    : await whenHandedOver(system, room, entry)
  const filer = aside ? 'device' : 'staff'
  const checked = checkFiling(system, room.book, { body, filer }, room.now)
  const problems = [
    ...channelProblems(
      entry,
      room.centres.map(({ slug }) => slug),
    ),
    ...handedOver.problems,
    ...checked.problems,
    ...scanProblems,
  ]
  if (problems.length > 0 || !checked.filing || !handedOver.at) return { problems }
  return { filing: checked.filing, handedOverAt: handedOver.at }
}

/** Mail came when our server had it, whatever was typed. */
async function whenHandedOver(
  { db }: System,
  { administrationId, book, now }: CounterRoom,
  entry: Entry,
): Promise<HandedOver> {
  const id = { administrationId, mailId: entry.entry }
  const at = entry.channel === 'email' ? await whenMailCame(db, id) : null
  return at ? { at, problems: [] } : readHandedOver(entry, book.administration.timeZone, now)
}

/** Open cases of the same person that were not shown yet with this form. Every look is recorded. */
async function unseenSimilar(
  { db }: System,
  { administrationId, staff, book, centres, now }: CounterRoom,
  entry: Entry,
  { person }: FilingInput,
): Promise<Case[]> {
  const centre = centres.find(({ slug }) => slug === entry.centre)
  if (!centre || !person) return []
  const viewer = caseViewer(staff, book)
  const all = await listSimilarCases(db, viewer, { centreId: centre.centreId, person })
  const seen = new Set(entry.seen.split(' '))
  if (all.every(({ caseNumber }) => seen.has(caseNumber))) return []
  for (const { caseId } of all) {
    const look = { administrationId, accountId: staff.accountId, caseId, at: now }
    await recordLook(db, { ...look, what: 'similar_case' })
  }
  return all
}
