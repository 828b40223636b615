import type { Request, Response } from 'express'
import { z } from 'zod'
import { Invalid, type FieldProblem } from '../../platform/errors.ts'
import { formatShortDate } from '../../platform/i18n/index.ts'
import { formErrors, render, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { mayRecordAbsence } from '../absence-policy.ts'
import { listAbsences, type Absence } from '../absence-store.ts'
import { endAbsence, recordAbsence } from '../actions/record-absence.ts'
import { accountNames } from '../directory.ts'
import { listPeople, type Person } from '../people-store.ts'
import { absencesUrl } from '../urls.ts'
import { viewGround } from './account-list.ts'
import { idInAddress } from './id-in-address.ts'
import { noticeOf } from './notice-of.ts'
import type { ViewGround } from './person-view.ts'
import { day, oneLine, readForm, typedIn } from './read-form.ts'

const MOST_PEOPLE = 1000

const id = oneLine(40).pipe(z.uuid('required'))

const form = z
  .object({
    person: id,
    from: day,
    until: day,
    substitute: oneLine(40)
      .transform((text) => (text === '' ? null : text))
      .pipe(z.uuid('required').nullable()),
  })
  .refine(({ from, until }) => until >= from, { path: ['until'], message: 'before_start' })
  .refine(({ person, substitute }) => person !== substitute, {
    path: ['substitute'],
    message: 'same_person',
  })

export function showAbsences(system: System): Page {
  return (request, response) => sendAbsences(system, request, response)
}

export function takeAbsence(system: System): Page {
  return async (request, response) => {
    const { values, problems } = readForm(request, form)
    if (!values) return sendAbsences(system, request, response, problems)
    const { staff, workplace, day: today } = await viewGround(system, response)
    if (values.until < today) {
      return sendAbsences(system, request, response, [{ field: 'until', code: 'over' }])
    }
    const { person: accountId, substitute: substituteAccountId, from, until } = values
    try {
      const absence = { accountId, from, until, substituteAccountId }
      await recordAbsence(system, staff, workplace, absence)
      response.redirect(303, `${absencesUrl(workplace.slug)}?listo=absence_recorded`)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      await sendAbsences(system, request, response, error.problems)
    }
  }
}

export function takeReturn(system: System): Page {
  return async (request, response) => {
    const { staff, workplace } = await viewGround(system, response)
    await endAbsence(system, staff, workplace, idInAddress(request, 'absenceId'))
    response.redirect(303, `${absencesUrl(workplace.slug)}?listo=absence_ended`)
  }
}

async function sendAbsences(
  system: System,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[] = [],
): Promise<void> {
  const ground = await viewGround(system, response)
  const { t, staff, day: today, workplace } = ground
  const people = await colleagues(system, ground)
  const absences = await listAbsences(system.db, workplace.administrationId, today)
  const typed = typedIn(request, ['person', 'from', 'until', 'substitute'])
  const choices = people.map(({ accountId, name }) => ({ value: accountId, text: name }))
  const view = {
    title: t('people.absences.title'),
    error: problems.length > 0,
    errors: formErrors(response, problems, 'people.problems'),
    notice: noticeOf(request, t),
    absences: await absenceRows(system, ground, absences, people),
    people: choices.filter(({ value }) => mayRecord(ground, people, value)),
    substitutes: [{ value: '', text: t('people.absences.nobody') }, ...choices],
    person: typed.person || staff.accountId,
    from: typed.from || today,
    until: typed.until,
    substitute: typed.substitute,
    url: absencesUrl(workplace.slug),
  }
  const status = problems.length > 0 ? 422 : 200
  render(response, 'people/absences', view, { status, layout: 'staff' })
}

async function colleagues(system: System, { workplace, day }: ViewGround): Promise<Person[]> {
  return listPeople(system.db, {
    administrationId: workplace.administrationId,
    words: '',
    day,
    current: true,
    installation: false,
    after: null,
    limit: MOST_PEOPLE,
  })
}

async function absenceRows(
  { db }: System,
  ground: ViewGround,
  absences: readonly Absence[],
  people: readonly Person[],
) {
  const names = await accountNames(
    db,
    absences.flatMap(({ accountId, substituteAccountId }) => [accountId, substituteAccountId]),
  )
  return absences.map((absence) => ({
    absenceId: absence.absenceId,
    name: names.get(absence.accountId) ?? '',
    substitute: absence.substituteAccountId ? (names.get(absence.substituteAccountId) ?? '') : null,
    from: formatShortDate(absence.from, ground.lang),
    until: formatShortDate(absence.until, ground.lang),
    now: absence.from <= ground.day,
    endable: mayRecord(ground, people, absence.accountId),
  }))
}

function mayRecord({ staff, workplace }: ViewGround, people: readonly Person[], accountId: string) {
  const grants = people.find((person) => person.accountId === accountId)?.grants ?? []
  return mayRecordAbsence(staff, workplace.administrationId, { accountId, grants })
}
