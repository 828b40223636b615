import type { Request, Response } from 'express'
import { z } from 'zod'
import { accountNames } from '../../../people/index.ts'
import { Invalid, WrongState, type FieldProblem } from '../../../platform/errors.ts'
import {
  formErrors,
  idIn,
  line,
  numberWithin,
  optionalLine,
  readForm,
  render,
  typedIn,
  words,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { addCode, retireCode, rewordCode } from '../actions/keep-frame.ts'
import { inTree } from '../frame.ts'
import { getFrame, listChanges, listCodes } from '../frame-store.ts'
import { doneIn, enterRoom, enterToKeep, type Room } from './room.ts'

const textFields = {
  name: line(120),
  definition: words(600).pipe(z.string().min(1, 'required')),
  include: words(600),
  exclude: words(600),
  example: words(600),
}
const newCodeForm = z.object({ ...textFields, parentId: line(40), reason: optionalLine(300) })
const codeForm = z.object({
  ...textFields,
  seen: numberWithin(1, 1_000_000),
  reason: line(300),
  retire: optionalLine(4),
})

/** What each code means, and how that changed. */
export function showFrame(system: System): Page {
  return async (request, response) => {
    await show(system, request, response, await enterRoom(system, response), [])
  }
}

export function sendCode(system: System): Page {
  return async (request, response) => {
    const room = await enterToKeep(system, response)
    const { values, problems } = readForm(request, newCodeForm)
    if (!values) return show(system, request, response, room, problems)
    const { parentId, reason, ...text } = values
    const frameId = idIn(request, 'frameId')
    await change(system, request, response, { room, done: 'code_added' }, async () => {
      await addCode(system, room.deed, { frameId, parentId, text, reason })
    })
  }
}

/** One form says a code otherwise or, by its second button, takes it out of use. */
export function sendChange(system: System): Page {
  return async (request, response) => {
    const room = await enterToKeep(system, response)
    const frameId = idIn(request, 'frameId')
    const codeId = idIn(request, 'codeId')
    const { values, problems } = readForm(request, codeForm)
    if (!values) return show(system, request, response, room, problems, codeId)
    const { seen, reason, retire, ...text } = values
    const code = { frameId, codeId, seen, reason }
    const done = retire === 'yes' ? 'code_retired' : 'code_reworded'
    await change(system, request, response, { room, done, codeId }, () =>
      retire === 'yes'
        ? retireCode(system, room.deed, code)
        : rewordCode(system, room.deed, { ...code, text }),
    )
  }
}

async function change(
  system: System,
  request: Request,
  response: Response,
  { room, done, codeId = null }: { room: Room; done: string; codeId?: string | null },
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work()
    response.redirect(303, `${room.urls.frame(idIn(request, 'frameId'))}?hecho=${done}`)
  } catch (error) {
    if (error instanceof Invalid) {
      return show(system, request, response, room, error.problems, codeId)
    }
    if (!(error instanceof WrongState)) throw error
    const meanwhile = [{ field: 'name', code: 'changed_meanwhile' }]
    await show(system, request, response, room, meanwhile, codeId, 409)
  }
}

async function show(
  system: System,
  request: Request,
  response: Response,
  room: Room,
  problems: readonly FieldProblem[],
  changing: string | null = null,
  refused = 422,
): Promise<void> {
  const { urls, deed, book, mayKeep } = room
  const frame = await getFrame(system.db, deed.administrationId, idIn(request, 'frameId'))
  const codes = await listCodes(system.db, deed.administrationId, frame.frameId)
  const changes = await listChanges(system.db, deed.administrationId, frame.frameId)
  const names = await accountNames(
    system.db,
    changes.map(({ changedBy }) => changedBy),
  )
  const codeNames = new Map(codes.map(({ codeId, name }) => [codeId, name]))
  const error = problems.length > 0
  // every code has such a form: its fields carry the code's id
  const named = problems.map((one) =>
    changing === null
      ? one
      : {
          ...one,
          field: `${one.field}-${changing}`,
          text: `words.problems.${one.field}.${one.code}`,
        },
  )
  const model = {
    title: frame.name,
    error,
    errors: formErrors(response, named, 'words.problems'),
    done: doneIn(room, request, ['frame_begun', 'code_added', 'code_reworded', 'code_retired']),
    backUrl: urls.corpora,
    frame,
    timeZone: book.administration.timeZone,
    tree: inTree(codes),
    codeUrl: mayKeep ? (codeId: string) => urls.code(frame.frameId, codeId) : null,
    newCodeUrl: mayKeep ? urls.newCode(frame.frameId) : null,
    parents: codes
      .filter(({ parentId }) => parentId === null)
      .map(({ codeId, name }) => ({ value: codeId, text: name })),
    changes: changes.map((one) => ({
      ...one,
      name: names.get(one.changedBy) ?? '',
      code: one.after?.name ?? one.before?.name ?? codeNames.get(one.codeId ?? '') ?? '',
      was: one.before && one.after && one.before.name !== one.after.name ? one.before.name : null,
    })),
    changing,
    typed: error ? typedIn(request) : () => '',
  }
  const status = error ? refused : 200
  render(response, 'analysis/words/frame', model, { layout: 'staff', status })
}
