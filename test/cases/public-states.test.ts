import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  addInformation,
  askForReview,
  correctCase,
  rateCase,
  withdrawCase,
} from '../../src/cases/actions/answer-back.ts'
import { decideSuggestion } from '../../src/cases/actions/decide-answer.ts'
import {
  archiveCase,
  confirmExpiry,
  consolidateCase,
  markDuplicate,
  redirectCase,
  transferCase,
} from '../../src/cases/actions/end-case.ts'
import { forwardCompliment } from '../../src/cases/actions/forward-compliment.ts'
import { closeCase, openCase } from '../../src/cases/actions/open-and-close.ts'
import { requestCorrection } from '../../src/cases/actions/request-correction.ts'
import { declineReview, reopenCase } from '../../src/cases/actions/review-case.ts'
import { acceptCase } from '../../src/cases/actions/work-on-case.ts'
import { inGuanajuato } from '../support/demo-book.ts'
import { CaseWalk } from './case-walk.ts'
import { openDeskHouse, type DeskHouse } from './working/desk-house.ts'

const BY_POST = { answerBy: 'post', person: { names: 'Ana', address: 'Calle 1' } }
const AT_ONCE = { answerBy: 'none' }
const BODY = 'Tiene usted razón. Le pedimos disculpas.\n\nLa ventanilla cerró antes de la hora.'

let house: DeskHouse

const file = async (more: object = {}) => new CaseWalk(house.test.system, await house.file(more))
const reason = 'Por esto.'

interface Stop {
  state: string
  label: [es: string, en: string]
  /** The last step that the person is told of, in both languages. */
  last: [event: string, es: string, en: string]
  way: () => Promise<CaseWalk>
  /** What may be read of an answer then; nothing: none. */
  answer?: string
}

const STOPS: Record<string, Stop> = {
  'just filed': {
    state: 'registered',
    label: ['Recibido', 'Received'],
    last: ['submit', 'Recibimos su caso', 'We received your case'],
    way: () => file(),
  },
  opened: {
    state: 'in_triage',
    label: ['En revisión', 'Under review'],
    last: ['open', 'Empezamos a revisarlo', 'We began to review it'],
    way: async () => (await file()).click('responsable', openCase),
  },
  'asked for something': {
    state: 'awaiting_correction',
    label: ['Le pedimos un dato', 'We asked you for something'],
    last: ['request_correction', 'Le pedimos un dato', 'We asked you for something'],
    way: async () => (await file()).staff('responsable', requestCorrection, '¿Dónde?'),
  },
  corrected: {
    state: 'in_triage',
    label: ['En revisión', 'Under review'],
    last: ['correct', 'Usted respondió', 'You replied'],
    way: async () =>
      (await (await file()).staff('responsable', requestCorrection, '¿Dónde?')).person(
        correctCase,
        { text: 'Aquí.', attachmentIds: [] },
      ),
  },
  'added to': {
    state: 'registered',
    label: ['Recibido', 'Received'],
    last: ['information_added', 'Usted agregó información', 'You added information'],
    way: async () => (await file()).person(addInformation, { text: 'Y más.', attachmentIds: [] }),
  },
  assigned: {
    state: 'assigned',
    label: ['En atención', 'Being dealt with'],
    last: ['assign', 'Un área lo tiene en atención', 'A unit is dealing with it'],
    way: async () => (await file()).assigned(),
  },
  accepted: {
    state: 'in_analysis',
    label: ['En atención', 'Being dealt with'],
    last: ['accept', 'Una persona lo está atendiendo', 'Somebody is working on it'],
    way: async () => (await (await file()).assigned()).click('unidad2', acceptCase),
  },
  drafted: {
    state: 'response_drafted',
    label: ['En atención', 'Being dealt with'],
    last: ['assign', 'Un área lo tiene en atención', 'A unit is dealing with it'],
    way: async () => (await file()).drafted(),
  },
  'approved and on its way': {
    state: 'response_issued',
    label: ['Respuesta lista', 'Answer ready'],
    last: ['approve', 'La respuesta está lista', 'The answer is ready'],
    way: async () => (await file(BY_POST)).answered(),
  },
  'sent in vain': {
    state: 'response_issued',
    label: ['Respuesta lista', 'Answer ready'],
    last: [
      'delivery_failed',
      'No pudimos entregarle la respuesta; buscaremos otra forma',
      'We could not deliver the answer; we will find another way',
    ],
    way: async () => (await (await file(BY_POST)).answered()).delivered('failed'),
    answer: BODY,
  },
  delivered: {
    state: 'notified',
    label: ['Respondido', 'Answered'],
    last: ['deliver', 'Le entregamos la respuesta', 'We delivered the answer to you'],
    way: async () => (await (await file(BY_POST)).answered()).delivered(),
    answer: BODY,
  },
  'answered where it is followed': {
    state: 'notified',
    label: ['Respondido', 'Answered'],
    last: ['deliver', 'Le entregamos la respuesta', 'We delivered the answer to you'],
    way: async () => (await file(AT_ONCE)).answered(),
    answer: BODY,
  },
  rated: {
    state: 'notified',
    label: ['Respondido', 'Answered'],
    last: ['rated', 'Usted nos dio su opinión', 'You gave us your opinion'],
    way: async () =>
      (await (await file(AT_ONCE)).answered()).person(rateCase, {
        resolved: 'yes' as const,
        satisfaction: 5,
        comment: '',
      }),
    answer: BODY,
  },
  closed: {
    state: 'closed',
    label: ['Cerrado', 'Closed'],
    last: ['close', 'Cerramos el caso', 'We closed the case'],
    way: async () => (await (await file(AT_ONCE)).answered()).click('responsable', closeCase),
    answer: BODY,
  },
  'asked to be reviewed': {
    state: 'notified',
    label: ['Respondido', 'Answered'],
    last: ['review_asked', 'Usted pidió otra revisión', 'You asked for another review'],
    way: async () => (await (await file(AT_ONCE)).answered()).person(askForReview, reason),
    answer: BODY,
  },
  'reviewed in vain': {
    state: 'notified',
    label: ['Respondido', 'Answered'],
    last: [
      'review_declined',
      'Revisamos su caso y la respuesta se mantiene',
      'We looked again and the answer stands',
    ],
    way: async () =>
      (await (await (await file(AT_ONCE)).answered()).person(askForReview, reason)).staff(
        'responsable',
        declineReview,
        reason,
      ),
    answer: BODY,
  },
  reopened: {
    state: 'in_analysis',
    label: ['En atención', 'Being dealt with'],
    last: ['reopen', 'Volvimos a abrirlo', 'We opened it again'],
    way: async () =>
      (await (await file(AT_ONCE)).answered()).staff('responsable', reopenCase, reason),
    answer: BODY,
  },
  'decided by the head of the unit': {
    state: 'notified',
    label: ['Respondido', 'Answered'],
    last: ['deliver', 'Le entregamos la respuesta', 'We delivered the answer to you'],
    way: async () =>
      (
        await (
          await (await file({ ...AT_ONCE, kind: 'suggestion' })).assigned()
        ).click('jefaunidad', acceptCase)
      ).staff('jefaunidad', decideSuggestion, { outcome: 'adopted', body: BODY, measures: '' }),
    answer: BODY,
  },
  'forwarded as a compliment': {
    state: 'notified',
    label: ['Respondido', 'Answered'],
    last: ['forward', 'Pasamos su felicitación', 'We passed on your compliment'],
    way: async () =>
      (await file({ kind: 'compliment' })).staff('responsable', forwardCompliment, {
        officialIds: [],
        message: '',
      }),
  },
  transferred: {
    state: 'transferred',
    label: ['Enviado a otra entidad', 'Sent to another body'],
    last: ['transfer', 'Lo enviamos a otra entidad', 'We sent it to another body'],
    way: async () =>
      (await file()).staff('responsable', transferCase, { body: 'Agua', number: null, reason }),
  },
  redirected: {
    state: 'redirected',
    label: ['Sigue por otra vía', 'Goes another way'],
    last: ['redirect', 'Le indicamos otra vía', 'We told you of another way'],
    way: async () =>
      (await file()).staff('responsable', redirectCase, { procedure: 'Recurso', reason }),
  },
  'joined to a case that is open': {
    state: 'consolidated',
    label: ['Unido a otro caso', 'Joined to another case'],
    last: ['consolidate', 'Lo unimos a un caso anterior', 'We joined it to an earlier case'],
    way: async () => {
      const { receipt } = await file()
      return (await file()).staff('responsable', consolidateCase, { ...receipt, reason })
    },
  },
  'joined to a case that was answered since': {
    state: 'consolidated',
    label: ['Unido a otro caso', 'Joined to another case'],
    last: ['consolidate', 'Lo unimos a un caso anterior', 'We joined it to an earlier case'],
    way: async () => {
      const older = await file(AT_ONCE)
      const joined = await file()
      await joined.staff('responsable', consolidateCase, { ...older.receipt, reason })
      await older.answered()
      return joined
    },
    answer: BODY,
  },
  'a duplicate of what was answered': {
    state: 'archived',
    label: ['Archivado', 'Archived'],
    last: ['mark_duplicate', 'Ya se había respondido antes', 'It had been answered before'],
    way: async () => {
      const { receipt } = await (await file(AT_ONCE)).answered()
      return (await file()).staff('responsable', markDuplicate, { ...receipt, reason })
    },
    answer: BODY,
  },
  archived: {
    state: 'archived',
    label: ['Archivado', 'Archived'],
    last: ['archive', 'Lo archivamos', 'We archived it'],
    way: async () => (await file()).staff('responsable', archiveCase, reason),
  },
  withdrawn: {
    state: 'archived',
    label: ['Archivado', 'Archived'],
    last: ['withdraw', 'Usted retiró el caso', 'You withdrew the case'],
    way: async () => (await file()).person(withdrawCase, reason),
  },
  'withdrawn when its answer was ready': {
    state: 'archived',
    label: ['Archivado', 'Archived'],
    last: ['withdraw', 'Usted retiró el caso', 'You withdrew the case'],
    way: async () => (await (await file(BY_POST)).answered()).person(withdrawCase, ''),
  },
  'left uncorrected': {
    state: 'archived',
    label: ['Archivado', 'Archived'],
    last: ['expire', 'No recibimos el dato a tiempo', 'We did not get your reply in time'],
    way: async () => {
      const walk = await (await file()).staff('responsable', requestCorrection, '¿Dónde?')
      const filedAt = house.test.system.clock()
      house.test.clockAt('2026-03-20T16:00:00Z')
      await walk.click('responsable', confirmExpiry)
      house.test.clockAt(filedAt)
      return walk
    },
  },
}

describe.each([
  ['the general regime', (text: string) => text],
  ['Guanajuato', inGuanajuato],
])('Under %s a case', (_name, change) => {
  beforeAll(async () => {
    house = await openDeskHouse({ change })
  }, 60_000)
  afterAll(() => house.close())

  it.each(Object.entries(STOPS))('%s says so in both languages', async (_stop, stop) => {
    const { receipt } = await stop.way()
    const es = await house.status(receipt)
    const en = await house.status(receipt, 'en')
    expect([es.state, es.stateLabel, en.stateLabel]).toEqual([stop.state, ...stop.label])
    const [spanish, english] = [es.history.at(-1), en.history.at(-1)]
    expect([spanish?.event, spanish?.label, english?.label]).toEqual(stop.last)
    expect(es.answer?.text).toBe(stop.answer)
    expect(JSON.stringify([es, en])).not.toMatch(/cases\.(state|event)\./)
  })
})
