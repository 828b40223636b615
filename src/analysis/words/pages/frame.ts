import type { Request, Response } from 'express'
import { z } from 'zod'
import { accountNames } from '../../../people/index.ts'
import type { FieldProblem } from '../../../platform/errors.ts'
import {
  formAgain,
  idIn,
  line,
  numberWithin,
  optionalLine,
  problemsOfOne,
  render,
  sendingForm,
  showing,
  words,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { addCode, retireCode, rewordCode } from '../actions/keep-frame.ts'
import { inTree } from '../frame.ts'
import { getFrame, listChanges, listCodes } from '../frame-store.ts'
import { doneIn, enterRoom, enterToKeep, refusal, unlessChanged, type Room } from './room.ts'

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

const framePage = (system: System): FormPage<Room> => ({
  enter: (_request, response) => enterRoom(system, response),
  show: (...shown) => show(system, ...shown),
})

const frameToKeep = (system: System): FormPage<Room> => ({
  ...framePage(system),
  enter: (_request, response) => enterToKeep(system, response),
})

/** What each code means, and how that changed. */
export function showFrame(system: System): Page {
  return showing(framePage(system))
}

export function sendCode(system: System): Page {
  return sendingForm(frameToKeep(system), newCodeForm, async ({ deed, urls }, values, request) => {
    const { parentId, reason, ...text } = values
    const frameId = idIn(request, 'frameId')
    await unlessChanged('name', addCode(system, deed, { frameId, parentId, text, reason }))
    return `${urls.frame(frameId)}?hecho=code_added`
  })
}

/** One form says a code otherwise or, by its second button, takes it out of use. */
export function sendChange(system: System): Page {
  return sendingForm(frameToKeep(system), codeForm, async ({ deed, urls }, values, request) => {
    const frameId = idIn(request, 'frameId')
    const { seen, reason, retire, ...text } = values
    const code = { frameId, codeId: idIn(request, 'codeId'), seen, reason }
    if (retire === 'yes') {
      await unlessChanged('name', retireCode(system, deed, code))
      return `${urls.frame(frameId)}?hecho=code_retired`
    }
    await unlessChanged('name', rewordCode(system, deed, { ...code, text }))
    return `${urls.frame(frameId)}?hecho=code_reworded`
  })
}

async function show(
  system: System,
  room: Room,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
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
  // every code has such a form
  const changing = request.params['codeId'] ? idIn(request, 'codeId') : null
  const named = changing ? problemsOfOne(problems, changing, 'words.problems') : problems
  const model = {
    title: frame.name,
    ...formAgain(response, named, 'words.problems'),
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
  }
  render(response, 'analysis/words/frame', model, { layout: 'staff', ...refusal(problems) })
}
