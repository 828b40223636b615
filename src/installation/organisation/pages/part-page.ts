import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import type { z } from 'zod'
import { NotFound, type FieldProblem } from '../../../platform/errors.ts'
import {
  formErrors,
  idIn,
  readForm,
  render,
  tickedIn,
  typedIn,
  type Page,
} from '../../../platform/web/index.ts'
import { sending, showing, type FormPage, type Sent } from '../../../platform/web/index.ts'
import { lastVersion, settle, type Setting } from '../../../settings/index.ts'
import type { System } from '../../../system.ts'
import { allow, enterRoom, type Room } from '../../pages/room.ts'
import { isClosing, type Closing, type ClosingPart } from '../closing.ts'
import { closingView, readClosing } from './closing-question.ts'
import { NEW, organisationUrl, partUrl, type PartName } from './urls.ts'

/** What the fields of a form hold: texts, and lists of what is ticked. */
export type Filled = Readonly<Record<string, string | readonly string[]>>

export interface Entered<Value> extends Room {
  id: string
  value: Value | null
  version: number
}

/** The form of one part of the organisation: a unit, a service, a centre, a person. */
export interface PartForm<Value, Typed extends z.ZodType> {
  part: PartName
  /** Where there is one of its kind only, its id; elsewhere the address has it. */
  onlyId?: string
  view: string
  setting: Setting<Value>
  typed: Typed
  fill(value: Value | null): Filled
  /** Throws Invalid where something that was chosen is not there. */
  read(typed: z.output<Typed>, entered: Entered<Value>): Promise<Value> | Value
  choices(entered: Entered<Value>): Promise<object> | object
}

export function showPart<Value, Typed extends z.ZodType>(
  system: System,
  form: PartForm<Value, Typed>,
): Page {
  return showing(partPage(system, form))
}

export function takePart<Value, Typed extends z.ZodType>(
  system: System,
  form: PartForm<Value, Typed>,
  closing?: Closing,
): Page {
  return sending(partPage(system, form, closing), async (entered, request): Promise<Sent> => {
    const { values, problems } = readForm(request, form.typed)
    if (!values) return problems
    const value = await form.read(values, entered)
    const { id, deed } = entered
    const version = Number(typedIn(request)('version')) || 0
    const part = closing && partThatCloses(form.part, entered, value)
    const answer = typedIn(request)('casos')
    const move = part && (await readClosing(system, closing, entered, part, answer))
    await settle(system, deed, form.setting, { id, version, value })
    if (part && move) await closing.move(system, deed, part, move.toId)
    return `${organisationUrl(entered.slug)}?listo=guardado#${form.part}-${id}`
  })
}

/** A centre, a unit or a service that gets an end: what stands in it must be asked about. */
function partThatCloses<Value>(
  part: PartName,
  { id, value: before }: Entered<Value>,
  after: Value,
): ClosingPart | null {
  const holdsCases = part === 'centre' || part === 'unit' || part === 'service'
  return holdsCases && isClosing(before, after) ? { part, id } : null
}

function partPage<Value, Typed extends z.ZodType>(
  system: System,
  form: PartForm<Value, Typed>,
  closing?: Closing,
): FormPage<Entered<Value>> {
  return {
    async enter(request, response) {
      const room = await enterRoom(system, response)
      allow(room.maySet)
      return { ...room, ...(await findPart(system, form, room, request)) }
    },
    async show(entered, request, response, problems) {
      const model = {
        ...shownForm(form, entered, request, response, problems),
        ...(await form.choices(entered)),
        closing:
          closing && problems.some(({ code }) => code === 'open_cases')
            ? await closingView(system, closing, entered, {
                part: form.part as ClosingPart['part'],
                id: entered.id,
              })
            : null,
      }
      const status = problems.length > 0 ? 422 : 200
      render(response, form.view, model, { status, layout: 'staff' })
    },
  }
}

async function findPart<Value, Typed extends z.ZodType>(
  { db }: System,
  form: PartForm<Value, Typed>,
  { deed: { administrationId } }: Room,
  request: Request,
) {
  const { part, setting } = form
  if (request.params[`${part}Id`] === NEW) return { id: randomUUID(), value: null, version: 0 }
  const id = form.onlyId ?? idIn(request, `${part}Id`)
  const value = await setting.find(db, administrationId, id)
  if (value === null) throw new NotFound()
  return { id, value, version: await lastVersion(db, administrationId, setting.subject, id) }
}

function shownForm<Value, Typed extends z.ZodType>(
  form: PartForm<Value, Typed>,
  { t, lang, book, slug, id, value, version }: Entered<Value>,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
) {
  const error = problems.length > 0
  const { part, setting } = form
  const filled = form.fill(value)
  const typed = typedIn(request)
  const ticked = tickedIn(request)
  const isLate = problems.some(({ code }) => code === 'changed_meanwhile')
  const asIs = (field: string) => filled[field] ?? ''
  return {
    title:
      value === null ? t(`organisation.${part}.new`) : setting.say(value, { t, lang, book }).name,
    error,
    errors: formErrors(response, problems.map(worded)),
    notice: null,
    formUrl: partUrl(slug, part, value === null ? NEW : id),
    backUrl: organisationUrl(slug),
    version,
    isNew: value === null,
    text: (field: string) => (error ? typed(field) : String(asIs(field))),
    ticks: (field: string) => (error ? ticked(field) : [asIs(field)].flat()),
    now: isLate && value !== null ? setting.say(value, { t, lang, book }).facts : null,
  }
}

/** In the words of this room, where it has some for the code. */
function worded(problem: FieldProblem): FieldProblem {
  return { ...problem, text: problem.text ?? `organisation.problems.${problem.code}` }
}
