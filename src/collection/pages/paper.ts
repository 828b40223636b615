import { readFile } from 'node:fs/promises'
import type { Request, Response } from 'express'
import { uploadOf } from '../../attachments/index.ts'
import { accountNames } from '../../people/index.ts'
import { NotFound, type FieldProblem } from '../../platform/errors.ts'
import {
  formAgain,
  readForm,
  render,
  sending,
  showing,
  words,
  type FormPage,
  type Page,
} from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { z } from 'zod'
import { validateDocument, writeDocument, type NewVersion } from '../actions/keep-programme.ts'
import { validatesAs } from '../collection-policy.ts'
import { DOCUMENT_KINDS, PARTS, type DocumentKind } from '../document.ts'
import { getDocumentFile, listDocuments } from '../document-store.ts'
import { enterRoom, idOf, type Room } from './room.ts'

const LONGEST_PART = 20_000
const LARGEST_FILE = 5_000_000

const paperPage = (system: System): FormPage<Room> => ({
  enter: (_request, response) => enterRoom(system, response),
  show: (...shown) => show(system, ...shown),
})

/** One paper: its newest version, who validated it, the older ones, and the next one to write. */
export function showPaper(system: System): Page {
  return showing(paperPage(system))
}

export function sendVersion(system: System): Page {
  return sending(paperPage(system), async (room, request) => {
    const kind = kindOf(request)
    const parts = z.object(
      Object.fromEntries(PARTS[kind].map((part) => [part, words(LONGEST_PART)])),
    )
    const { values, problems } = readForm(request, parts)
    const { file, problem } = await fileOf(request)
    if (!values || problem) return problem ? [...problems, problem] : problems
    await writeDocument(system, room.deed, { kind, parts: values, file })
    return `${room.urls.paper(kind)}?hecho=written`
  })
}

export function sendValidation(system: System): Page {
  return async (request, response) => {
    const { deed, staff, today, urls } = await enterRoom(system, response)
    const documentId = idOf(request.params['documentId'])
    await validateDocument(system, { deed, staff, today }, documentId)
    const documents = await listDocuments(system.db, deed.administrationId)
    const kind = documents.find((each) => each.documentId === documentId)?.kind ?? 'procedure'
    response.redirect(303, `${urls.paper(kind)}?hecho=validated`)
  }
}

/** Always handed over as a file to keep, never shown within our pages. */
export function serveFile(system: System): Page {
  return async (request, response) => {
    const { deed } = await enterRoom(system, response)
    const documentId = idOf(request.params['documentId'])
    const { name, bytes } = await getDocumentFile(system.db, deed.administrationId, documentId)
    response.attachment(name).type('application/pdf')
    response.set('Cache-Control', 'private, no-store').send(bytes)
  }
}

function kindOf(request: Request): DocumentKind {
  const kind = DOCUMENT_KINDS.find((each) => each === request.params['kind'])
  if (!kind) throw new NotFound()
  return kind
}

type SentFile = { file: NewVersion['file']; problem: FieldProblem | null }

async function fileOf(request: Request): Promise<SentFile> {
  const [sent] = uploadOf(request).files
  if (!sent || (sent.name === '' && !sent.problem)) return { file: null, problem: null }
  if (sent.problem) return { file: null, problem: { field: 'file', code: 'too_large' } }
  const bytes = await readFile(sent.path)
  if (bytes.length === 0) return { file: null, problem: null }
  if (bytes.length > LARGEST_FILE)
    return { file: null, problem: { field: 'file', code: 'too_large' } }
  const isPdf = bytes.subarray(0, 5).toString('latin1') === '%PDF-'
  if (!isPdf) return { file: null, problem: { field: 'file', code: 'not_pdf' } }
  const name = sent.name.replace(/[^\p{L}\p{N}._ -]/gu, '').slice(-140) || 'documento.pdf'
  return { file: { name, bytes }, problem: null }
}

const DONE = ['written', 'validated']

async function show(
  system: System,
  room: Room,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, urls, deed, staff, book, mayKeep } = room
  const again = formAgain(response, problems, 'collection.problems')
  const kind = kindOf(request)
  const all = await listDocuments(system.db, deed.administrationId)
  const versions = all.filter((each) => each.kind === kind)
  const people = versions.flatMap(({ writtenBy, validations }) => [
    writtenBy,
    ...validations.map(({ accountId }) => accountId),
  ])
  const names = await accountNames(system.db, people)
  const [newest] = versions
  const mine = newest ? validatesAs(staff, deed.administrationId, newest) : []
  const isLeft = mine.some((as) => !newest?.validations.some((one) => one.as === as))
  const done = request.query.hecho
  const model = {
    title: t(`collection.paper.${kind}.title`),
    lead: t(`collection.paper.${kind}.lead`),
    ...again,
    backUrl: urls.programme,
    action: mayKeep ? urls.paper(kind) : null,
    done: typeof done === 'string' && DONE.includes(done) ? t(`collection.done.${done}`) : null,
    validateUrl: newest && isLeft ? urls.validation(newest.documentId) : null,
    timeZone: book.administration.timeZone,
    parts: PARTS[kind].map((part) => ({
      name: part,
      label: t(`collection.part.${kind}.${part}`),
      value: again.error ? again.typed(part) : (newest?.parts[part] ?? ''),
    })),
    versions: versions.map((version) => ({
      ...version,
      author: names.get(version.writtenBy) ?? '',
      fileUrl: version.fileName === null ? null : urls.file(version.documentId),
      validations: version.validations.map((one) => ({
        ...one,
        name: names.get(one.accountId) ?? '',
      })),
    })),
  }
  render(response, 'collection/paper', model, { layout: 'staff' })
}
