import type { Request, Response } from 'express'
import { z } from 'zod'
import { accountNames } from '../../../people/index.ts'
import { Invalid, type FieldProblem } from '../../../platform/errors.ts'
import {
  formErrors,
  line,
  optionalLine,
  readForm,
  render,
  typedIn,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { setRhythm } from '../actions/set-rhythm.ts'
import { makeDraft } from '../actions/write-report.ts'
import { readContent } from '../read-content.ts'
import { findLatest, listReports, type ReportLine } from '../report-store.ts'
import { findRhythm } from '../rhythm-store.ts'
import { lastFinished, partsOfYear, readPeriod, RHYTHMS, sayPeriod } from '../reporting-period.ts'
import type { TellOfActions } from '../tell-of-actions.ts'
import { enterRoom, type Room } from './room.ts'

const DONE = ['rhythm']
const OFFERED = 4

/** All reports, how often one is written, and the making of one by hand. */
export function showReports(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const done = request.query.hecho
    const said = typeof done === 'string' && DONE.includes(done) ? done : null
    await show(system, request, response, room, { done: said, problems: [] })
  }
}

export function sendRhythm(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const form = z.object({ rhythm: z.enum(RHYTHMS, 'required') })
    const { values, problems } = readForm(request, form)
    if (!values) return show(system, request, response, room, { done: null, problems })
    await setRhythm(system, room.deed, values.rhythm)
    response.redirect(303, `${room.urls.list}?hecho=rhythm`)
  }
}

/** A year that was typed counts before what was chosen of the last periods. */
const draftForm = z.object({ period: line(10), year: optionalLine(4), part: optionalLine(2) })

function codeIn({ period, year, part }: z.output<typeof draftForm>): string {
  if (year === '') return period
  return part === '' ? year : `${year}-${part}`
}

/** Makes the draft of a period that has begun, or leads to the one that is there. */
export function sendDraft(system: System, tellers: readonly TellOfActions[]): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { values, problems } = readForm(request, draftForm)
    try {
      if (!values) throw new Invalid(problems)
      response.redirect(
        303,
        room.urls.report(await draftOf(system, room, { code: codeIn(values), tellers })),
      )
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      await show(system, request, response, room, { done: null, problems: error.problems })
    }
  }
}

async function draftOf(
  system: System,
  room: Room,
  { code, tellers }: { code: string; tellers: readonly TellOfActions[] },
): Promise<string> {
  const { book, deed, today } = room
  const period = readPeriod(code)
  if (!period) throw new Invalid([{ field: 'period', code: 'not_period' }])
  if (period.from > today) throw new Invalid([{ field: 'period', code: 'not_begun' }])
  const content = await readContent(system, book, period, { now: deed.at, tellers })
  const made = await makeDraft(system, deed, content)
  if (made !== null) return made
  const latest = await findLatest(system.db, deed.administrationId, period.code)
  if (!latest) throw new Invalid([{ field: 'period', code: 'not_period' }])
  return latest.reportId
}

interface Shown {
  done: string | null
  problems: readonly FieldProblem[]
}

async function show(
  system: System,
  request: Request,
  response: Response,
  room: Room,
  { done, problems }: Shown,
): Promise<void> {
  const { t, urls, deed, today, mayWrite, maySign, book } = room
  const reports = await listReports(system.db, deed.administrationId)
  const rhythm = await findRhythm(system.db, deed.administrationId)
  const signers = reports.flatMap(({ signedBy }) => (signedBy === null ? [] : [signedBy]))
  const names = await accountNames(system.db, signers)
  const error = problems.length > 0
  const model = {
    title: t('analysis-reports.list.title'),
    error,
    errors: formErrors(response, problems, 'analysis-reports.problems'),
    done: done && t(`analysis-reports.done.${done}`),
    timeZone: book.administration.timeZone,
    rhythm,
    rhythms: RHYTHMS,
    rhythmUrl: maySign ? urls.rhythm : null,
    makeUrl: mayWrite ? urls.list : null,
    offered: offeredPeriods(today).map(({ code, said }) => ({ code, text: said(t) })),
    parts: partsOfYear().map(({ part, said }) => ({ value: part, text: said(t) })),
    typed: error ? typedIn(request) : () => '',
    publicUrl: urls.publicList,
    reports: reports.map((report) => lineView(report, room, names)),
  }
  render(response, 'analysis/reports/list', model, {
    layout: 'staff',
    status: error ? 422 : 200,
  })
}

function lineView(report: ReportLine, { t, urls }: Room, names: ReadonlyMap<string, string>) {
  const period = readPeriod(report.period)
  return {
    ...report,
    url: urls.report(report.reportId),
    said: period ? sayPeriod(period, t) : report.period,
    signer: report.signedBy === null ? null : (names.get(report.signedBy) ?? ''),
  }
}

/** The last ones that are over, of every length, and the month that is running. */
function offeredPeriods(today: string) {
  const running = readPeriod(today.slice(0, 7))
  const finished = RHYTHMS.map((rhythm) => lastFinished(rhythm, today))
  return [...finished, ...(running ? [running] : [])]
    .slice(0, OFFERED + 1)
    .map((period) => ({ code: period.code, said: (t: Room['t']) => sayPeriod(period, t) }))
}
