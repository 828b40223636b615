import type { Request, Response } from 'express'
import { openStaffVisit, type StaffVisit } from '../../../people/index.ts'
import { Invalid, NotAllowed, WrongState, type FieldProblem } from '../../../platform/errors.ts'
import { findKind, inLanguage } from '../../../regimes/index.ts'
import type { System } from '../../../system.ts'
import { coders, keepers, reachesWords, readers } from '../words-policy.ts'
import { wordUrls, type WordUrls } from './urls.ts'

/** What every page of the workbench starts from. */
export interface Room extends StaffVisit {
  urls: WordUrls
  /** Gathers texts, cuts them, keeps the frame. */
  mayKeep: boolean
  mayCode: boolean
}

export async function enterRoom(system: System, response: Response): Promise<Room> {
  const visit = await openStaffVisit(system, response)
  const { slug, staff, deed } = visit
  const reaches = (roles: typeof readers) => reachesWords(staff, roles, deed.administrationId)
  if (!reaches(readers)) throw new NotAllowed()
  return { ...visit, urls: wordUrls(slug), mayKeep: reaches(keepers), mayCode: reaches(coders) }
}

/** For pages where something is written: who only reads is refused there. */
export async function enterToKeep(system: System, response: Response): Promise<Room> {
  const room = await enterRoom(system, response)
  if (!room.mayKeep) throw new NotAllowed()
  return room
}

export async function enterToCode(system: System, response: Response): Promise<Room> {
  const room = await enterRoom(system, response)
  if (!room.mayCode) throw new NotAllowed()
  return room
}

export function kindName({ book, today, lang }: Room, kind: string): string {
  const rule = findKind(book.regime, kind, today)
  return rule ? inLanguage(rule.label, lang) : kind
}

/** One of the page's own messages, named in the address after something was done. */
export function doneIn({ t }: Room, request: Request, known: readonly string[]): string | null {
  const done = request.query['hecho']
  return typeof done === 'string' && known.includes(done) ? t(`words.done.${done}`) : null
}

/** Somebody else changed it since the page was opened: the page says so beside this field. */
export async function unlessChanged(field: string, work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (!(error instanceof WrongState)) throw error
    throw new Invalid([{ field, code: 'changed_meanwhile' }])
  }
}

/** The status of a page that says what was changed meanwhile. */
export function refusal(problems: readonly FieldProblem[]): { status?: number } {
  return problems.some(({ code }) => code === 'changed_meanwhile') ? { status: 409 } : {}
}

export function textIn(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
