import type { Request, Response } from 'express'
import { z } from 'zod'
import {
  sayStandard,
  STANDARD_MEASURES,
  standardsWithin,
  type ServiceStandard,
} from '../../administrations/index.ts'
import { ATTENTION_CHANNELS } from '../../attentions/index.ts'
import { Invalid, type FieldProblem } from '../../platform/errors.ts'
import {
  count,
  day,
  formErrors,
  line,
  numberWithin,
  optionalLine,
  readForm,
  render,
  typedIn,
  type Page,
} from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { publishStandard, withdrawStandard } from '../actions/keep-standards.ts'
import { allow, enterRoom, type Room } from './room.ts'
import { worded } from './worded.ts'

const promised = z.object({
  measure: z.enum(STANDARD_MEASURES, 'unknown'),
  service: optionalLine(60),
  channel: z.union([z.enum(ATTENTION_CHANNELS), z.literal('').transform(() => null)], 'unknown'),
  most: count,
  ofHundred: numberWithin(1, 100),
  validFrom: day,
  source: line(300),
})

const withdrawal = z.object({ standardId: line(60).pipe(z.uuid('unknown')), lastDay: day })

const DONE = new Set(['published', 'withdrawn'])

export function showStandards(system: System): Page {
  return async (request, response) => {
    show(request, response, await enterRoom(system, response))
  }
}

export function takeStandard(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    allow(room.mayKeepStandards)
    const { values, problems } = readForm(request, promised)
    if (!values) return show(request, response, room, problems)
    const { service: slug, ...rest } = values
    const service = room.book.services.find((known) => known.slug === slug)
    if (slug !== '' && !service) {
      return show(request, response, room, [{ field: 'service', code: 'unknown' }])
    }
    await orSayWhy(request, response, room, 'published', () =>
      publishStandard(system.db, room.deed, { ...rest, serviceId: service?.serviceId ?? null }),
    )
  }
}

export function takeStandardBack(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    allow(room.mayKeepStandards)
    const { values, problems } = readForm(request, withdrawal)
    if (!values) return show(request, response, room, problems)
    await orSayWhy(request, response, room, 'withdrawn', () =>
      withdrawStandard(system.db, room.deed, values),
    )
  }
}

async function orSayWhy(
  request: Request,
  response: Response,
  room: Room,
  done: string,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work()
    response.redirect(303, `${room.urls.standards}?listo=${done}`)
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    show(request, response, room, error.problems)
  }
}

function show(
  request: Request,
  response: Response,
  room: Room,
  problems: readonly FieldProblem[] = [],
): void {
  const { book, t, urls, today, mayKeepStandards } = room
  const done = request.query['listo']
  const error = problems.length > 0
  const model = {
    title: t('service-standards.title'),
    error,
    errors: formErrors(response, worded(problems)),
    notice: typeof done === 'string' && DONE.has(done) ? t(`service-standards.done.${done}`) : null,
    typed: typedIn(request),
    urls,
    today,
    mayKeep: mayKeepStandards,
    standards: book.standards.map((standard) => rowOf(room, standard)),
    choices: {
      measures: STANDARD_MEASURES.map((value) => ({
        value,
        text: t(`service-standards.measure.${value}`),
      })),
      services: [
        { value: '', text: t('service-standards.every_service') },
        ...book.services.map(({ slug, name }) => ({ value: slug, text: name })),
      ],
      channels: [
        { value: '', text: t('service-standards.every_channel') },
        ...ATTENTION_CHANNELS.map((value) => ({
          value,
          text: t(`service-standards.channel.${value}`),
        })),
      ],
    },
  }
  render(response, 'installation/standards', model, { status: error ? 422 : 200, layout: 'staff' })
}

function rowOf({ book, t, today }: Room, standard: ServiceStandard) {
  const { standardId, ofHundred, validFrom, validUntil, source } = standard
  const day = { from: today, until: today }
  return {
    standardId,
    name: sayStandard(standard, book, t),
    share: t('service-standards.to_how_many', { count: ofHundred }),
    validFrom,
    validUntil,
    source,
    inForce: standardsWithin(book.standards, day).some((held) => held.standard === standard),
  }
}
