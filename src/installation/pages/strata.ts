import type { Request, Response } from 'express'
import { z } from 'zod'
import { LEVELS, listStrata, SIZES, type StratumRecord } from '../../administrations/index.ts'
import { Invalid, type FieldProblem } from '../../platform/errors.ts'
import { formatNumber } from '../../platform/i18n/index.ts'
import {
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
import { noteStratum } from '../actions/note-stratum.ts'
import { allow, enterRoom, type Room } from './room.ts'
import { worded } from './worded.ts'

const MOST_INHABITANTS = 2_000_000_000
const nobody = z.literal('').transform(() => null)

const noted = z.object({
  centre: optionalLine(60),
  level: z.union([z.enum(LEVELS), nobody], 'unknown'),
  size: z.enum(SIZES, 'unknown'),
  inhabitants: z.union([nobody, numberWithin(1, MOST_INHABITANTS)], 'not_a_number'),
  validFrom: day,
  source: line(300),
})

/** How large the administration and its centres are: like is held against like only. */
export function showStrata(system: System): Page {
  return async (request, response) => {
    await show(system, request, response, await enterRoom(system, response))
  }
}

export function takeStratum(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    allow(room.mayKeepStandards)
    const { values, problems } = readForm(request, noted)
    if (!values) return show(system, request, response, room, problems)
    const { centre: slug, ...rest } = values
    const centre = room.book.centres.find((known) => known.slug === slug)
    if (slug !== '' && !centre) {
      return show(system, request, response, room, [{ field: 'centre', code: 'unknown' }])
    }
    try {
      await noteStratum(system.db, room.deed, { ...rest, centreId: centre?.centreId ?? null })
      response.redirect(303, `${room.urls.strata}?listo=1`)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      await show(system, request, response, room, error.problems)
    }
  }
}

async function show(
  system: System,
  request: Request,
  response: Response,
  room: Room,
  problems: readonly FieldProblem[] = [],
): Promise<void> {
  const { book, deed, t, urls, today, mayKeepStandards } = room
  const { administrationId } = deed
  const records = (await listStrata(system.db, [administrationId])).get(administrationId) ?? []
  const error = problems.length > 0
  const whole = { value: '', text: book.administration.name }
  const model = {
    title: t('strata.title'),
    error,
    errors: formErrors(response, worded(problems)),
    notice: request.query['listo'] === undefined ? null : t('strata.done'),
    typed: typedIn(request),
    urls,
    today,
    mayKeep: mayKeepStandards,
    records: records.map((record) => rowOf(record, room)),
    choices: {
      centres: [whole, ...book.centres.map(({ slug, name }) => ({ value: slug, text: name }))],
      levels: [
        { value: '', text: t('strata.no_level') },
        ...LEVELS.map((value) => ({ value, text: t(`strata.level.${value}`) })),
      ],
      sizes: SIZES.map((value) => ({ value, text: t(`strata.size.${value}`) })),
    },
  }
  render(response, 'installation/strata', model, { status: error ? 422 : 200, layout: 'staff' })
}

function rowOf(record: StratumRecord, { book, t, lang }: Room) {
  const { centreId, level, size, inhabitants, validFrom, source } = record
  const { name } = book.administration
  return {
    place: centreId === null ? name : (book.names.get(centreId) ?? centreId),
    size: t(`strata.size.${size}`),
    level: level === null ? '–' : t(`strata.level.${level}`),
    inhabitants: inhabitants === null ? '–' : formatNumber(inhabitants, lang),
    validFrom,
    source,
  }
}
