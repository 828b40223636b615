import type { Request, Response } from 'express'
import { z } from 'zod'
import { accountNames } from '../../../people/index.ts'
import { WrongState, type FieldProblem } from '../../../platform/errors.ts'
import { translator } from '../../../platform/i18n/index.ts'
import {
  formErrors,
  numberWithin,
  readForm,
  render,
  typedIn,
  words,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { refreshFigures, writeTexts } from '../actions/write-report.ts'
import { readContent } from '../read-content.ts'
import { ONE_PAGES, SECTIONS, TEXTS, type Report, type TextKey } from '../report.ts'
import { listSeals } from '../report-file-store.ts'
import { getReport, listReports } from '../report-store.ts'
import { readPeriod, sayPeriod } from '../reporting-period.ts'
import type { TellOfActions } from '../tell-of-actions.ts'
import { bodyView, sectionView } from '../body-view.ts'
import { enterRoom, reportIdOf, type Room } from './room.ts'

const LONGEST_TEXT = 20_000
const DONE = ['written', 'refreshed', 'signed', 'published', 'taken_back']

export const revisionField = numberWithin(1, 1_000_000)

/** A draft with its texts to write, or a signed report with its files. */
export function showReport(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const report = await getReport(system.db, room.deed.administrationId, reportIdOf(request))
    const done = request.query.hecho
    const said = typeof done === 'string' && DONE.includes(done) ? done : null
    await show(system, request, response, { room, report, done: said, problems: [] })
  }
}

/** Saves the texts; when somebody else saved meanwhile, both are shown and nothing is lost. */
export function sendTexts(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const reportId = reportIdOf(request)
    const fields = Object.fromEntries(TEXTS.map((key) => [key, words(LONGEST_TEXT)]))
    const form = z.object({ revision: revisionField, ...fields })
    const { values, problems } = readForm(request, form)
    if (!values) return showAgain(system, request, response, { room, reportId, problems })
    const { revision, ...texts } = values
    try {
      await writeTexts(system, room.deed, reportId, { revision, texts })
      response.redirect(303, `${room.urls.report(reportId)}?hecho=written`)
    } catch (error) {
      if (!(error instanceof WrongState)) throw error
      const moved = [{ field: 'revision', code: 'moved' }]
      await showAgain(system, request, response, { room, reportId, problems: moved })
    }
  }
}

export function sendRefresh(system: System, tellers: readonly TellOfActions[]): Page {
  return async (request, response) => {
    const { book, deed, urls } = await enterRoom(system, response)
    const reportId = reportIdOf(request)
    const { values } = readForm(request, z.object({ revision: revisionField }))
    const report = await getReport(system.db, deed.administrationId, reportId)
    const period = readPeriod(report.period)
    if (!period || !values) throw new WrongState()
    const fresh = await readContent(system, book, period, { now: deed.at, tellers })
    await refreshFigures(system, deed, { reportId, revision: values.revision }, fresh)
    response.redirect(303, `${urls.report(reportId)}?hecho=refreshed`)
  }
}

async function showAgain(
  system: System,
  request: Request,
  response: Response,
  { room, reportId, problems }: { room: Room; reportId: string; problems: readonly FieldProblem[] },
): Promise<void> {
  const report = await getReport(system.db, room.deed.administrationId, reportId)
  await show(system, request, response, { room, report, done: null, problems })
}

interface Shown {
  room: Room
  report: Report
  done: string | null
  problems: readonly FieldProblem[]
}

async function show(
  system: System,
  request: Request,
  response: Response,
  { room, report, done, problems }: Shown,
): Promise<void> {
  const { t, lang, urls } = room
  const period = readPeriod(report.period)
  const said = period ? sayPeriod(period, t) : report.period
  const error = problems.length > 0
  const base = {
    title: t('analysis-reports.title_of', { period: said }),
    backUrl: urls.list,
    error,
    errors: formErrors(response, problems, 'analysis-reports.problems'),
    done: done && t(`analysis-reports.done.${done}`),
    version: report.version,
    reportLang: report.content.lang,
    timeZone: room.book.administration.timeZone,
    countedAt: new Date(report.content.countedAt),
  }
  const options = { layout: 'staff', status: error ? 422 : 200 } as const
  if (report.state === 'signed') {
    const signed = await signedView(system, room, report)
    return render(response, 'analysis/reports/signed', { ...base, ...signed }, options)
  }
  const typed = error ? typedIn(request) : null
  const valueOf = (key: TextKey) => typed?.(key) ?? report.content.texts[key]
  const model = {
    ...base,
    revision: report.revision,
    changes: report.content.changes.inside,
    saveUrl: room.mayWrite ? urls.report(report.reportId) : null,
    refreshUrl: room.mayWrite ? urls.refresh(report.reportId) : null,
    signUrl: room.maySign ? urls.signature(report.reportId) : null,
    sections: SECTIONS.map((key) => ({
      ...sectionView(report.content, { key, edition: 'inside' }, { t, lang }),
      hint: t(`analysis-reports.hint.${key}`),
      value: valueOf(key),
    })),
    onePages: ONE_PAGES.map((key) => ({
      key,
      label: t(`analysis-reports.page_for.${key}`),
      hint: t(`analysis-reports.hint.${key}`),
      value: valueOf(key),
    })),
  }
  render(response, 'analysis/reports/draft', model, options)
}

async function signedView(system: System, room: Room, report: Report) {
  const { urls, deed, maySign, mayWrite } = room
  const { reportId, signedBy, content } = report
  const own = { t: translator(content.lang), lang: content.lang }
  const all = await listReports(system.db, deed.administrationId)
  const latest = all.find(({ period }) => period === report.period)
  const names = await accountNames(system.db, signedBy === null ? [] : [signedBy])
  const seals = await listSeals(system.db, report)
  return {
    body: bodyView(content, 'inside', own),
    number: report.number ?? 0,
    year: report.numberYear ?? 0,
    signedAt: report.signedAt,
    signer: signedBy === null ? '' : (names.get(signedBy) ?? ''),
    hash: report.hash?.toString('hex') ?? '',
    files: seals.map((seal) => ({ ...seal, url: urls.file(reportId, seal.name) })),
    publishedAt: report.publishedAt,
    publicUrl: urls.publicReport(report.period, report.version),
    publishUrl: maySign ? urls.publication(reportId) : null,
    newerUrl: latest && latest.reportId !== reportId ? urls.report(latest.reportId) : null,
    reviseUrl: mayWrite && latest?.reportId === reportId ? urls.list : null,
    period: report.period,
  }
}
