import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { recordLook } from '../../../audit/index.ts'
import { Invalid, NotAllowed, NotFound, type FieldProblem } from '../../../platform/errors.ts'
import {
  formErrors,
  idIn,
  render,
  tickedIn,
  typedIn,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { mayFill } from '../../evaluation/index.ts'
import { enterRoom } from '../../pages/room.ts'
import { reviewPack } from '../actions/make-pack.ts'
import { packPath } from '../pack-place.ts'
import { getPack, listReviews } from '../pack-store.ts'
import { openPacked } from '../read-packed.ts'
import { packUrls } from './urls.ts'

const AT_ONCE = 50

/** How far it is; then what somebody has to look at; then the file. */
export function showPack(system: System): Page {
  return async (request, response) => {
    await show(system, request, response, [])
  }
}

export function sendReview(system: System): Page {
  return async (request, response) => {
    const { room, pack, urls } = await enter(system, request, response)
    if (!mayFill(room.staff, room.place)) throw new NotAllowed()
    const looked = tickedIn(request)('looked')
    const release = typedIn(request)('then') === 'release'
    try {
      await reviewPack(system, room.deed, { packId: pack.packId, looked, release })
      response.redirect(303, room.here(urls.pack(pack.packId)))
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      await show(system, request, response, error.problems)
    }
  }
}

/** Only what was released leaves. */
export function serveFile(system: System): Page {
  return async (request, response) => {
    const { room, pack } = await enter(system, request, response)
    if (pack.state !== 'released') throw new NotFound()
    await recordLook(system.db, {
      ...room.deed,
      what: 'evidence_pack',
      details: { packId: pack.packId },
    })
    const name = `evidencias-${room.slug}-${room.centre?.slug ?? ''}-${pack.year}.zip`
    response.attachment(name).type('application/zip').set('Cache-Control', 'private, no-store')
    await pipeline(createReadStream(packPath(system.config, pack.packId)), response)
  }
}

/** What somebody has to look at before the rest may leave, and only that. */
export function servePage(system: System): Page {
  return async (request, response) => {
    const { room, pack } = await enter(system, request, response)
    if (!mayFill(room.staff, room.place)) throw new NotAllowed()
    const path = request.query['ruta']
    const asked = (await listReviews(system.db, pack)).find((one) => one.path === path)
    if (!asked || (pack.state !== 'made' && pack.state !== 'released')) throw new NotFound()
    const content = await openPacked(packPath(system.config, pack.packId), asked.path)
    response.attachment(basename(asked.path)).set({
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    })
    await pipeline(content, response)
  }
}

async function enter(system: System, request: Request, response: Response) {
  const room = await enterRoom(system, response, request)
  const { administrationId } = room.deed
  const pack = await getPack(system.db, { administrationId, packId: idIn(request, 'packId') })
  // a pack is of its centre, also for who may choose another
  if (pack.centreId !== room.centre?.centreId) throw new NotFound()
  return { room, pack, urls: packUrls(room.slug) }
}

async function show(
  system: System,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { room, pack, urls } = await enter(system, request, response)
  const { t, here, book, staff, place } = room
  const reviews = await listReviews(system.db, pack)
  const unseen = reviews.filter(({ lookedAt }) => lookedAt === null)
  const error = problems.length > 0
  const model = {
    title: t('improvements-pack.title_of', { centre: room.centre?.name ?? '', year: pack.year }),
    error,
    errors: formErrors(response, problems, 'improvements-pack.problems'),
    backUrl: here(urls.list),
    pack,
    megabytes: pack.bytes === null ? '' : (pack.bytes / 1_000_000).toFixed(1),
    timeZone: book.administration.timeZone,
    isRunning: pack.state === 'waiting' || pack.state === 'making',
    unseen: unseen
      .slice(0, AT_ONCE)
      .map((one) => ({ ...one, href: here(urls.page(pack.packId, one.path)) })),
    left: unseen.length,
    all: reviews.length,
    reviewUrl:
      pack.state === 'made' && mayFill(staff, place) ? here(urls.review(pack.packId)) : null,
    fileUrl: pack.state === 'released' ? here(urls.file(pack.packId)) : null,
  }
  const options = { layout: 'staff', status: error ? 422 : 200 } as const
  render(response, 'improvements/evidence-pack/pack', model, options)
}
