import type { Request, Response } from 'express'
import { z } from 'zod'
import { NotAllowed, NotFound, type FieldProblem } from '../../../platform/errors.ts'
import {
  formErrors,
  readForm,
  render,
  sending,
  showing,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { centreChoice, enterRoom, type ImprovementRoom } from '../../pages/room.ts'
import { beginInstrument } from '../actions/begin-instrument.ts'
import { listInstruments } from '../instrument-store.ts'
import { newestOf, type Whose } from '../instrument.ts'
import { annexOf, KINDS } from '../kinds.ts'
import { instrumentUrls } from '../urls.ts'
import { worded } from './room.ts'

interface Shelf extends ImprovementRoom {
  whose: Whose
  /** Its short name in the address, or nothing. */
  service: string
  /** This list with the same centre, service and year. */
  there: string
}

const begun = z.object({ kind: z.enum(KINDS, 'required') })

function listPage(system: System): FormPage<Shelf> {
  return {
    enter: (request, response) => enterShelf(system, request, response),
    show: (...shown) => show(system, ...shown),
  }
}

/** The eight instruments of a centre, a service and a year, in their order, and how each stands. */
export function showInstruments(system: System): Page {
  return showing(listPage(system))
}

export function sendInstrument(system: System): Page {
  return sending(listPage(system), async (shelf, request) => {
    if (!shelf.mayImprove) throw new NotAllowed()
    const { values, problems } = readForm(request, begun)
    if (!values) return problems
    const { deed, today, whose, slug } = shelf
    const { kind } = values
    const instrumentId = await beginInstrument(system, { ...deed, today }, { ...whose, kind })
    return instrumentUrls(slug).one(instrumentId)
  })
}

const FIRST_YEAR = 2000

async function enterShelf(system: System, request: Request, response: Response): Promise<Shelf> {
  const room = await enterRoom(system, response, request)
  const { servicio, anio } = request.query
  const now = Number(room.today.slice(0, 4))
  const year = typeof anio === 'string' && /^2\d{3}$/.test(anio) ? Number(anio) : now
  if (year < FIRST_YEAR || year > now + 1) throw new NotFound()
  const service = typeof servicio === 'string' ? servicio : ''
  const found = room.book.services.find(({ slug }) => slug === service)
  if (service !== '' && !found) throw new NotFound()
  const query = new URLSearchParams({
    ...(room.centre && { centro: room.centre.slug }),
    ...(service !== '' && { servicio: service }),
    anio: String(year),
  })
  return {
    ...room,
    whose: { ...room.place, serviceId: found?.serviceId ?? null, year },
    service,
    there: `${instrumentUrls(room.slug).list}?${query.toString()}`,
  }
}

async function show(
  { db }: System,
  shelf: Shelf,
  _request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, slug, whose, service, there, mayImprove } = shelf
  const urls = instrumentUrls(slug)
  const all = await listInstruments(db, whose)
  const newest = newestOf(all)
  const error = problems.length > 0
  const model = {
    title: t('improvements-instruments.title'),
    error,
    errors: formErrors(response, worded(problems)),
    choice: centreChoice(shelf, urls.list),
    services: serviceChoice(shelf),
    service,
    year: whose.year,
    years: yearChoice(shelf),
    instruments: KINDS.map((kind) => {
      const one = newest.find((each) => each.kind === kind)
      return {
        kind,
        annex: annexOf(kind),
        name: t(`improvements-instruments.kind.${kind}`),
        about: t(`improvements-instruments.about.${kind}`),
        state: one?.state ?? 'missing',
        version: one?.version ?? null,
        on: one?.signedOn ?? one?.begunOn ?? null,
        href: one ? urls.one(one.instrumentId) : null,
      }
    }),
    beginUrl: mayImprove ? there : null,
  }
  const status = error ? 422 : 200
  render(response, 'improvements/instruments/list', model, { layout: 'staff', status })
}

function serviceChoice({ book, centre, t }: Shelf): { value: string; text: string }[] {
  const own = book.services.filter(
    ({ serviceId }) => !centre || centre.serviceIds.includes(serviceId),
  )
  return [
    { value: '', text: t('improvements-instruments.all_services') },
    ...own.map(({ slug, name }) => ({ value: slug, text: name })),
  ]
}

function yearChoice({ today, whose }: Shelf): { value: string; text: string }[] {
  const now = Number(today.slice(0, 4))
  const years = new Set([now + 1, now, now - 1, now - 2, whose.year])
  return [...years]
    .toSorted((one, other) => other - one)
    .map((year) => {
      return { value: String(year), text: String(year) }
    })
}
