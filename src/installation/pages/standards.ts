import type { Request, Response } from 'express'
import { z } from 'zod'
import {
  sayStandard,
  STANDARD_MEASURES,
  standardsWithin,
  type ServiceStandard,
} from '../../administrations/index.ts'
import { ATTENTION_CHANNELS } from '../../attentions/index.ts'
import type { FieldProblem } from '../../platform/errors.ts'
import {
  count,
  day,
  formAgain,
  line,
  numberWithin,
  optionalLine,
  readForm,
  render,
  sending,
  showing,
  type FormPage,
  type Page,
} from '../../platform/web/index.ts'
import { lastVersions } from '../../settings/index.ts'
import type { System } from '../../system.ts'
import { publishStandard, withdrawStandard } from '../actions/keep-standards.ts'
import { standardSetting } from '../own-rules/standard-setting.ts'
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

const withdrawal = z.object({
  standardId: line(60).pipe(z.uuid('unknown')),
  lastDay: day,
  version: numberWithin(0, 1_000_000),
})

const DONE = new Set(['published', 'withdrawn'])

const standardsPage = (system: System): FormPage<Room> => ({
  enter: (_request, response) => enterRoom(system, response),
  show: (room, request, response, problems) => show(system, room, request, response, problems),
})

export function showStandards(system: System): Page {
  return showing(standardsPage(system))
}

export function takeStandard(system: System): Page {
  return sending(standardsPage(system), async (room, request) => {
    allow(room.mayKeepStandards)
    const { values, problems } = readForm(request, promised)
    if (!values) return problems
    const { service: slug, ...rest } = values
    const service = room.book.services.find((known) => known.slug === slug)
    if (slug !== '' && !service) return [{ field: 'service', code: 'unknown' }]
    const { serviceId = null } = service ?? {}
    await publishStandard(system.db, room.deed, { ...rest, serviceId })
    return `${room.urls.standards}?listo=published`
  })
}

export function takeStandardBack(system: System): Page {
  return sending(standardsPage(system), async (room, request) => {
    allow(room.mayKeepStandards)
    const { values, problems } = readForm(request, withdrawal)
    if (!values) return problems
    await withdrawStandard(system.db, room.deed, values)
    return `${room.urls.standards}?listo=withdrawn`
  })
}

async function show(
  { db }: System,
  room: Room,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { book, t, urls, today, mayKeepStandards, deed } = room
  const versions = await lastVersions(db, deed.administrationId, standardSetting.subject)
  const done = request.query['listo']
  const model = {
    title: t('service-standards.title'),
    ...formAgain(response, worded(problems)),
    notice: typeof done === 'string' && DONE.has(done) ? t(`service-standards.done.${done}`) : null,
    urls,
    today,
    mayKeep: mayKeepStandards,
    standards: book.standards.map((standard) => ({
      ...rowOf(room, standard),
      version: versions.get(standard.standardId) ?? 0,
    })),
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
  render(response, 'installation/standards', model, { layout: 'staff' })
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
