import type { Request, Response } from 'express'
import type { T } from '../../../platform/i18n/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import { idIn } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { mayImprove } from '../../improvement-policy.ts'
import { enterRoom, type ImprovementRoom } from '../../pages/room.ts'
import { getProcess } from '../process-store.ts'
import type { Process, ProcessVersion } from '../process.ts'
import { listVersions } from '../version-store.ts'
import { processUrls, type ProcessUrls } from './urls.ts'

/** What the pages of one process start from. */
export interface ProcessRoom extends ImprovementRoom {
  process: Process
  /** The newest first. */
  versions: readonly ProcessVersion[]
  urls: ProcessUrls
  /** Whether this person writes the process, wherever it stands. */
  mayWrite: boolean
  serviceName: string
  placeName: string
  /** In which activities are written. */
  language: string
}

/** A process of a centre that the person does not see does not exist. */
export async function enterProcess(
  system: System,
  request: Request,
  response: Response,
): Promise<ProcessRoom> {
  const room = await enterRoom(system, response, request)
  const { administrationId } = room.deed
  const process = await getProcess(system.db, administrationId, idIn(request, 'processId'))
  const { centreId } = process
  const isSeen = centreId === null || room.centres.some((each) => each.centreId === centreId)
  if (!isSeen && !room.seesAll) throw new NotFound()
  return {
    ...room,
    process,
    versions: await listVersions(system.db, administrationId, [process.processId]),
    urls: processUrls(room.slug),
    mayWrite: mayImprove(room.staff, process),
    serviceName: serviceNameOf(room, process),
    placeName: placeNameOf(room, process),
    language: languageOf(room),
  }
}

export function languageOf({ book }: Pick<ImprovementRoom, 'book'>): string {
  return book.administration.languages[0] ?? ''
}

export function serviceNameOf(
  { book }: Pick<ImprovementRoom, 'book'>,
  { serviceId }: Pick<Process, 'serviceId'>,
): string {
  return book.names.get(serviceId) ?? ''
}

export function placeNameOf(
  { book, t }: Pick<ImprovementRoom, 'book'> & { t: T },
  { centreId }: Pick<Process, 'centreId'>,
): string {
  return centreId === null ? t('improvements.all_centres') : (book.names.get(centreId) ?? '')
}
