import type { Response } from 'express'
import {
  findPerson,
  listCasesOfDocument,
  staffCaseUrl,
  type CasePerson,
} from '../../cases/index.ts'
import { accountNames } from '../../people/index.ts'
import type { FieldProblem } from '../../platform/errors.ts'
import { formatDate, formatDateTime } from '../../platform/i18n/index.ts'
import { formAgain, render, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { isDecider } from '../request-policy.ts'
import { nextDay } from '../request-clock.ts'
import { transitionOf, type RequestAction } from '../request-states.ts'
import { listSteps } from '../request-step-store.ts'
import { TONES } from './follow-page.ts'
import { correctionFields } from './correction-fields.ts'
import { enterRequest, recordRequestLook, type StaffRoom } from './staff-room.ts'

/** One request: what was asked, how it stands, and the next steps with what each needs. */
export function showStaffRequest(system: System): Page {
  return async (request, response) => {
    const room = await enterRequest(system, request, response)
    await recordRequestLook(system, room, 'data_request')
    await showRequestAgain(system, response, room, [])
  }
}

export async function showRequestAgain(
  system: System,
  response: Response,
  room: StaffRoom,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { request, t, lang, book, today, urls, allowed, slug } = room
  const { timeZone } = book.administration
  const again = formAgain(response, problems, 'data-requests.problems')
  const day = nextDay(request)
  const { hecho } = response.req.query
  const done = DONE.find((one) => one === hecho)
  const isDoing = allowed.includes('make_effective')
  const model = {
    title: t('data-requests.request.title', {
      right: t(`data-requests.right.${request.right}.name`),
    }),
    ...again,
    done: done ? t(`data-requests.done.${done}`) : null,
    backUrl: urls.list,
    urls,
    number: request.requestNumber,
    state: { text: t(`data-requests.state.${request.state}`), tone: TONES[request.state] },
    isLate: day !== null && day < today,
    facts: factsOf(room),
    asked: room.readsPerson ? request.details : '',
    readsPerson: room.readsPerson,
    answer: request.answer,
    cases: room.items.map(({ caseNumber }) => ({
      text: caseNumber,
      href: staffCaseUrl(slug, caseNumber),
    })),
    hidden: room.hidden,
    sameDocument: await othersOf(system, room),
    seen: request.version,
    steps: allowed.filter((step) => !ELSEWHERE.has(step)).map((step) => stepForm(step, room)),
    mayLink: allowed.includes('add_case'),
    effect: isDoing ? await effectOf(system, room) : null,
    fileUrl: hasFile(room) ? urls.file : null,
    history: await historyOf(system, room, timeZone),
  }
  render(response, 'data-requests/request', model, {
    layout: 'staff',
    status: again.error ? 422 : 200,
  })

  async function historyOf(at: System, { readsPerson }: StaffRoom, zone: string) {
    const steps = await listSteps(at.db, request)
    const names = await accountNames(
      at.db,
      steps.map(({ accountId }) => accountId),
    )
    return steps.map(({ at: when, step, accountId, words }) => ({
      kind: words === null || !readsPerson ? 'event' : 'message',
      label: (accountId && names.get(accountId)) ?? t('data-requests.by_person'),
      title: t(`data-requests.step.${step}`),
      at: when.toISOString(),
      when: formatDateTime(when, lang, zone),
      text: readsPerson ? words : null,
    }))
  }
}

const DONE = ['filed', 'moved', 'linked', 'effective']
/** Steps that have a form of their own on the page. */
const ELSEWHERE: ReadonlySet<RequestAction> = new Set(['add_case', 'make_effective'])

function factsOf({ request, t, lang, book, readsPerson }: StaffRoom) {
  const day = (date: string | null) => date && formatDate(date, lang)
  const { timeZone } = book.administration
  const { extendedBy } = request
  const extended = extendedBy === null ? null : t('data-requests.days', { count: extendedBy })
  const said: [string, string | null][] = [
    ['filed', formatDateTime(request.filedAt, lang, timeZone)],
    ['by', t(request.filedBy === null ? 'data-requests.by_person' : 'data-requests.by_office')],
    ['person', readsPerson ? request.personName : null],
    ['email', readsPerson ? request.email : null],
    ['proof', t(`data-requests.proof.${request.proof ?? 'none'}`)],
    ['due', day(request.dueOn)],
    ['extended', extended],
    ['proof_due', request.state === 'awaiting_proof' ? day(request.proofDueOn) : null],
    ['effective_due', day(request.effectiveDueOn)],
    ['effective', request.effectiveAt && formatDateTime(request.effectiveAt, lang, timeZone)],
    ['erased', day(request.erasedOn)],
    ['source', request.rule?.source ?? null],
  ]
  return said.flatMap(([key, text]) =>
    text ? [{ key: { text: t(`data-requests.fact.${key}`) }, value: { text } }] : [],
  )
}

function stepForm(step: RequestAction, { t, request }: StaffRoom) {
  const extra = request.rule?.extensionDays ?? 0
  return {
    step,
    title: t(`data-requests.do.${step}.title`),
    hint: t(`data-requests.do.${step}.hint`, { count: extra }),
    button: t(`data-requests.do.${step}.button`),
    words: transitionOf(step).words === 'required' ? t(`data-requests.do.${step}.words`) : null,
  }
}

async function othersOf({ db }: System, { request, items, allowed }: StaffRoom) {
  if (!allowed.includes('add_case')) return []
  return listCasesOfDocument(
    db,
    request.administrationId,
    items.map(({ caseId }) => caseId),
  )
}

async function effectOf({ db }: System, { request, items, book, t, lang, today }: StaffRoom) {
  const [first] = items
  const person: CasePerson | null =
    first && request.right === 'correction'
      ? await findPerson(db, first.administrationId, first.caseId)
      : null
  return {
    title: t(`data-requests.effect.${request.right}.title`),
    text: t(`data-requests.effect.${request.right}.text`, { count: items.length }),
    button: t(`data-requests.effect.${request.right}.button`),
    held: items.filter(({ held }) => held).map(({ caseNumber }) => caseNumber),
    fields:
      request.right === 'correction' && first
        ? correctionFields(person, book, { t, lang, today })
        : [],
  }
}

function hasFile({ request, items, staff }: StaffRoom): boolean {
  return (
    request.right === 'access' &&
    request.state === 'effective' &&
    items.length > 0 &&
    isDecider(staff, request.administrationId)
  )
}
