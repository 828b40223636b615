import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import sharp from 'sharp'
import { findAdministrationBySlug } from '../../../administrations/index.ts'
import { serveAttachment } from '../../../attachments/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import { idIn, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { enterRoom } from '../../pages/room.ts'
import { openEvidence, type OpenedEvidence } from '../open-evidence.ts'

const PREVIEW_WIDTHS = [1280, 800, 480] as const

/** The file itself, always to be saved. */
export function serveEvidence(system: System): Page {
  return async (request, response) => {
    const { evidence, read } = await openSeen(system, request, response)
    const { bytes, fileName: name, type: mediaType } = evidence
    await serveAttachment(request, response, { attachment: { bytes, name, mediaType }, read })
  }
}

/** A photo as pages show it. */
export function servePreview(system: System): Page {
  return async (request, response) => {
    await sendPreview(request, response, await openSeen(system, request, response), 'private')
  }
}

/** Only what somebody marked as fit for everybody. */
export function servePublicPhoto(system: System): Page {
  return async (request, response) => {
    const slug = String(request.params['slug'])
    const administration = await findAdministrationBySlug(system.db, slug)
    if (!administration) throw new NotFound()
    const { administrationId } = administration
    const evidenceId = idIn(request, 'evidenceId')
    const opened = await openEvidence(system, { administrationId, evidenceId })
    if (!opened.evidence.isPublic) throw new NotFound()
    await sendPreview(request, response, opened, 'public')
  }
}

/** That of another centre does not exist for whoever belongs to one. */
async function openSeen(
  system: System,
  ...[request, response]: Parameters<Page>
): Promise<OpenedEvidence> {
  const { deed, centres, seesAll } = await enterRoom(system, response, request)
  const evidenceId = idIn(request, 'evidenceId')
  const { administrationId } = deed
  const opened = await openEvidence(system, { administrationId, evidenceId })
  const { centreId } = opened.evidence
  const isSeen =
    seesAll || centreId === null || centres.some((centre) => centre.centreId === centreId)
  if (!isSeen) throw new NotFound()
  return opened
}

async function sendPreview(
  request: Request,
  response: Response,
  { evidence, read }: OpenedEvidence,
  cached: 'private' | 'public',
): Promise<void> {
  if (!evidence.image) throw new NotFound()
  const width =
    PREVIEW_WIDTHS.find((each) => String(each) === request.query.ancho) ?? PREVIEW_WIDTHS[0]
  const content = await read()
  response.set({
    'Content-Type': 'image/jpeg',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': `${cached}, max-age=3600`,
  })
  const smaller = sharp()
    .resize(width, width, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
  await pipeline(content, smaller, response).catch((error: NodeJS.ErrnoException) => {
    // people close the page half-way; that is no error
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  })
}
