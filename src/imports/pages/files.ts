import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'
import { uploadOf } from '../../attachments/index.ts'
import { recordLook } from '../../audit/index.ts'
import { CASE_STATES } from '../../cases/index.ts'
import { Invalid, NotFound, type FieldProblem } from '../../platform/errors.ts'
import { isId } from '../../platform/ids.ts'
import { render, typedIn, type Page } from '../../platform/web/index.ts'
import { CHANNELS } from '../../routing/index.ts'
import type { System } from '../../system.ts'
import { bringFile, loadDraft, mapDraft } from '../actions/bring-file.ts'
import { draftPath, problemsPath } from '../draft-files.ts'
import { getDraft, type Draft } from '../draft-store.ts'
import { takeSample, type Sample } from '../mapping/sample.ts'
import {
  DATE_USES,
  readColumns,
  screenMapping,
  USES,
  type ColumnOnScreen,
  type Typed,
} from '../mapping/screen-mapping.ts'
import { typedFrom } from '../mapping/typed-from.ts'
import { LESSONS } from '../mapping/mapping.ts'
import { checkMapping } from '../mapping/read-mapping.ts'
import { sayImportFailure, sayReport } from '../say-report.ts'
import { enterRoom, type Room } from './room.ts'

export function sendFile(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const [file] = uploadOf(request).files
    if (!file || file.problem) {
      return showRefused(response, room, [
        room.t(`imports.upload.${file?.problem ? 'too_big' : 'none'}`),
      ])
    }
    try {
      const draftId = await bringFile(system, room.deed, file)
      response.redirect(303, room.urls.file(draftId))
    } catch (error) {
      const said = sayImportFailure(error, room.t)
      if (said === null) throw error
      showRefused(response, room, said)
    }
  }
}

function showRefused(response: Response, { t, urls }: Room, problems: readonly string[]): void {
  const model = { title: t('imports.upload.title'), error: true, problems, backUrl: urls.books }
  render(response, 'imports/refused', model, { layout: 'staff', status: 422 })
}

export function showFile(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const draft = await draftOf(system, room, request.params['draftId'])
    const again = request.query['mapa'] === '1' && ['tried', 'failed'].includes(draft.state)
    if (draft.state === 'new' || again)
      return showForm(system, response, { room, draft, typed: null })
    const { report } = draft
    const dryRun = draft.state !== 'loaded'
    const result = report && { report, columns: [], batchNumber: null, resumedAfter: 0 }
    const waits = draft.state === 'mapped' || draft.state === 'loading'
    render(
      response,
      'imports/file',
      {
        title: draft.fileName,
        backUrl: room.urls.books,
        state: room.t(`imports.draft_state.${draft.state}`),
        waits,
        rowsDone: draft.rowsDone,
        url: room.urls.file(draft.draftId),
        mapUrl: dryRun && !waits ? `${room.urls.file(draft.draftId)}?mapa=1` : null,
        loadUrl:
          draft.state === 'tried' && (report?.taken ?? 0) > 0
            ? room.urls.load(draft.draftId)
            : null,
        problemsUrl:
          report && report.refused + report.changed > 0 ? room.urls.problems(draft.draftId) : null,
        problems: draft.problem,
        lines: result && !waits ? sayReport(result, { dryRun, t: room.t }) : [],
      },
      { layout: 'staff' },
    )
  }
}

/** What the columns mean: shown again with what is still to be said, else tried on the whole file. */
export function sendMapping(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const draft = await draftOf(system, room, request.params['draftId'])
    const typed = typedIn(request)
    const sample = await takeSample(draftPath(system.config.dataDir, draft.draftId))
    const columns = readColumns(sample, typed)
    const { mapping, problems } = screenMapping(sample, columns, typed)
    if (mapping === null) return showForm(system, response, { room, draft, typed, problems })
    try {
      await mapDraft(system, room.deed, draft.draftId, mapping)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return showForm(system, response, { room, draft, typed, problems: error.problems })
    }
    response.redirect(303, room.urls.file(draft.draftId))
  }
}

export function sendLoad(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const draft = await draftOf(system, room, request.params['draftId'])
    await loadDraft(system, room.deed, draft.draftId)
    response.redirect(303, room.urls.file(draft.draftId))
  }
}

/** The rows that cannot be taken, with their reasons, to be put right and brought again. */
export function sendProblems(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { draftId } = await draftOf(system, room, request.params['draftId'])
    const path = problemsPath(system.config.dataDir, draftId)
    await access(path).catch(() => {
      throw new NotFound()
    })
    await recordLook(system.db, { ...room.deed, what: 'export', details: { draftId } })
    response.attachment('filas.csv').set('Cache-Control', 'private, no-store')
    response.setHeader('Content-Type', 'text/csv; charset=utf-8')
    await pipeline(createReadStream(path), response)
  }
}

async function draftOf({ db }: System, { deed }: Room, draftId: unknown): Promise<Draft> {
  if (!isId(draftId)) throw new NotFound()
  return getDraft(db, deed.administrationId, draftId)
}

interface Form {
  room: Room
  draft: Draft
  /** Null: nothing was typed yet; what was said earlier stands there. */
  typed: Typed | null
  problems?: readonly FieldProblem[]
}

async function showForm(
  { config }: System,
  response: Response,
  { room, draft, typed: sent, problems = [] }: Form,
): Promise<void> {
  const { t, book, urls, lang } = room
  const sample: Sample = await takeSample(draftPath(config.dataDir, draft.draftId))
  const typed = sent ?? saidBefore(draft, sample)
  const kinds = book.regime.kinds.map(({ code, label }) => ({
    value: code,
    text: label[lang] ?? label['es'] ?? code,
  }))
  const known = {
    kind: kinds,
    channel: CHANNELS.map((value) => ({ value, text: t(`imports.channel.${value}`) })),
    state: CASE_STATES.map((value) => ({ value, text: t(`imports.state.${value}`) })),
  }
  const columns = readColumns(sample, typed)
  const errors = new Map(
    problems.map(({ field, code }) => [field, t(`imports.form.problem.${textOf(code)}`)]),
  )
  const uses = [
    { value: '', text: t('imports.use.none') },
    ...USES.map((value) => ({ value, text: t(`imports.use.${value}`) })),
  ]
  const column = ({ column: of, at, use, format, words }: ColumnOnScreen) => ({
    at,
    name: of.name,
    shown: of.shown,
    use: use ?? '',
    useError: errors.get(`/uso_${at}`),
    formats: DATE_USES.some((each) => each === use) ? (of.dates?.formats ?? []) : [],
    format: format ?? '',
    formatError: errors.get(`/formato_${at}`),
    evidence: of.dates
      ? [...of.dates.order.firstOverTwelve, ...of.dates.order.secondOverTwelve]
      : [],
    words: words.map((word) => ({ ...word, error: errors.get(`/${word.field}`) })),
    choices: use === 'kind' || use === 'channel' || use === 'state' ? known[use] : [],
  })
  render(
    response,
    'imports/mapping',
    {
      title: t('imports.form.title', { file: draft.fileName }),
      error: problems.length > 0,
      summary: [...errors].map(([field, text]) => ({
        text: [nameOf(field, columns), text].filter((part) => part !== '').join(': '),
        href: `#${field.slice(1)}`,
      })),
      backUrl: urls.books,
      action: urls.file(draft.draftId),
      headerRow: sample.headerRow,
      columns: columns.map(column),
      uses,
      kinds,
      source: typed('source'),
      sourceError: errors.get('/source'),
      kind: typed('kind') || (kinds[0]?.value ?? ''),
      language: typed('language') || lang,
      timeZone: typed('timeZone') || book.administration.timeZone,
      lessons: LESSONS.map((lesson) => ({
        name: `ensena_${lesson}`,
        value: 'si',
        text: t(`imports.use.${lesson}`),
        checked: typed(`ensena_${lesson}`) !== '',
      })),
    },
    { layout: 'staff', status: problems.length > 0 ? 422 : 200 },
  )
}

function saidBefore({ mapping }: Draft, sample: Sample): Typed {
  return mapping === null ? () => '' : typedFrom(checkMapping(mapping), sample)
}

/** What a problem is about: the column, and the word in it. */
function nameOf(field: string, columns: readonly ColumnOnScreen[]): string {
  const [, at] = /_(\d+)/.exec(field) ?? []
  const column = columns.find((each) => String(each.at) === at)
  const word = column?.words.find((each) => field === `/${each.field}`)
  return [column?.column.name, word && `«${word.told}»`].filter(Boolean).join(', ')
}

const SAID = ['choose', 'no_dates', 'twice', 'many_values', 'no_number', 'no_date', 'source']
const textOf = (code: string) => (SAID.includes(code) ? code : 'other')
