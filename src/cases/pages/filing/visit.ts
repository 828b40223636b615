import { createHmac } from 'node:crypto'
import type { Request, Response } from 'express'
import {
  getBookRules,
  wearTheme,
  type BookRules,
  type Centre,
} from '../../../administrations/index.ts'
import { localDate, type PlainDate } from '../../../platform/dates.ts'
import type { T } from '../../../platform/i18n/index.ts'
import { openSession, sessionIdentifier } from '../../../platform/web/index.ts'
import {
  findText,
  inLanguage,
  openKinds,
  type KindRule,
  type TextKey,
} from '../../../regimes/index.ts'
import type { System } from '../../../system.ts'
import { isRequired } from '../../asked-of-person.ts'
import { findOpenDraft, type DraftOwner, type FilingDraft } from '../../draft-store.ts'
import type { FilingAnswers } from '../../filing-answers.ts'

/** One request on the way from "what do you want to tell us" to the receipt: all that its pages look at. */
export interface Visit {
  readonly rules: BookRules
  readonly slug: string
  readonly day: PlainDate
  readonly kinds: readonly KindRule[]
  /** What may be said by text message here. */
  readonly sendsTexts: boolean
  readonly language: string
  readonly t: T
  readonly draft: FilingDraft | null
  readonly answers: FilingAnswers
}

export async function openVisit(
  system: System,
  request: Request,
  response: Response,
): Promise<Visit> {
  const now = system.clock()
  const slug = String(request.params['slug'])
  const rules = await getBookRules(system, slug, now)
  wearTheme(response, rules.administration)
  const day = localDate(now, rules.administration.timeZone)
  const owner = knownOwner(system, request, rules)
  const draft = owner && (await findOpenDraft(system.db, owner))
  return {
    rules,
    slug,
    day,
    kinds: openKinds(rules.regime, rules.authorisations, day),
    sendsTexts: system.texts !== null,
    language: response.locals.lang,
    t: response.locals.t,
    draft,
    answers: draft?.answers ?? {},
  }
}

/** The same visit as if these answers had been given already. */
export function withAnswers(visit: Visit, answers: FilingAnswers): Visit {
  return { ...visit, answers }
}

/** Null when this browser has only been reading. */
export function knownOwner(system: System, request: Request, rules: BookRules): DraftOwner | null {
  const session = sessionIdentifier(request)
  return session === null ? null : ownerOf(system, session, rules)
}

export function makeOwner(
  system: System,
  request: Request,
  response: Response,
  rules: BookRules,
): DraftOwner {
  return ownerOf(system, openSession(request, response), rules)
}

function ownerOf({ secrets }: System, session: string, rules: BookRules): DraftOwner {
  const key = secrets.keyFor('filing-drafts')
  return {
    administrationId: rules.administration.administrationId,
    sessionHash: createHmac('sha256', key).update(session).digest(),
  }
}

/** The kind that the person chose or confirmed. */
export function kindOf({ answers, kinds }: Visit): KindRule | null {
  return kinds.find(({ code }) => code === answers.kind) ?? null
}

export function centreOf({ answers, rules }: Visit): Centre | null {
  return rules.centres.find(({ slug }) => slug === answers.centre) ?? null
}

export function requires(visit: Visit, pointer: string): boolean {
  return isRequired(kindOf(visit)?.requires ?? [], pointer)
}

export function regimeText(
  visit: Visit,
  key: TextKey,
): { text: string; url: string | null } | null {
  const found = findText(visit.rules.regime, key, visit.day)
  return found ? { text: inLanguage(found.text, visit.language), url: found.url ?? null } : null
}
