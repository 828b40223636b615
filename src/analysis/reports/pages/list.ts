import type { Request, Response } from 'express'
import { z } from 'zod'
import { accountNames } from '../../../people/index.ts'
import { Invalid, type FieldProblem } from '../../../platform/errors.ts'
import {
  formAgain,
  line,
  optionalLine,
  render,
  sendingForm,
  showing,
  type FormPage,
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

const DONE = ['rhythm'] as const
const OFFERED = 4

const reportsPage = (system: System): FormPage<Room> => ({
  enter: (_request, response) => enterRoom(system, response),
  show: (...shown) => show(system, ...shown),
})

/** All reports, how often one is written, and the making of one by hand. */
export function showReports(system: System): Page {
  return showing(reportsPage(system))
}

const rhythmForm = z.object({ rhythm: z.enum(RHYTHMS, 'required') })

export function sendRhythm(system: System): Page {
  return sendingForm(reportsPage(system), rhythmForm, async ({ deed, urls }, { rhythm }) => {
    await setRhythm(system, deed, rhythm)
    return `${urls.list}?hecho=rhythm`
  })
}

/** A year that was typed counts before what was chosen of the last periods. */
const draftForm = z.object({ period: line(10), year: optionalLine(4), part: optionalLine(2) })

function codeIn({ period, year, part }: z.output<typeof draftForm>): string {
  if (year === '') return period
  return part === '' ? year : `${year}-${part}`
}

/** Makes the draft of a period that has begun, or leads to the one that is there. */
export function sendDraft(system: System, tellers: readonly TellOfActions[]): Page {
  return sendingForm(reportsPage(system), draftForm, async (room, values) => {
    const reportId = await draftOf(system, room, { code: codeIn(values), tellers })
    return room.urls.report(reportId)
  })
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

async function show(
  system: System,
  room: Room,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, urls, deed, today, mayWrite, maySign, book } = room
  const reports = await listReports(system.db, deed.administrationId)
  const rhythm = await findRhythm(system.db, deed.administrationId)
  const signers = reports.flatMap(({ signedBy }) => (signedBy === null ? [] : [signedBy]))
  const names = await accountNames(system.db, signers)
  const done = DONE.find((each) => each === request.query.hecho)
  const model = {
    title: t('analysis-reports.list.title'),
    ...formAgain(response, problems, 'analysis-reports.problems'),
    done: done ? t(`analysis-reports.done.${done}`) : null,
    timeZone: book.administration.timeZone,
    rhythm,
    rhythms: RHYTHMS,
    rhythmUrl: maySign ? urls.rhythm : null,
    makeUrl: mayWrite ? urls.list : null,
    offered: offeredPeriods(today).map(({ code, said }) => ({ code, text: said(t) })),
    parts: partsOfYear().map(({ part, said }) => ({ value: part, text: said(t) })),
    publicUrl: urls.publicList,
    reports: reports.map((report) => lineView(report, room, names)),
  }
  render(response, 'analysis/reports/list', model, { layout: 'staff' })
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
