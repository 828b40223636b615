import type { Request, Response } from 'express'
import { listTroubles, type Trouble } from '../../../analysis/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { T } from '../../../platform/i18n/index.ts'
import { idIn } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { mayImprove } from '../../improvement-policy.ts'
import { enterRoom, type ImprovementRoom } from '../../pages/room.ts'
import { listRows } from '../gap-row-store.ts'
import { getGap } from '../gap-store.ts'
import type { Gap, GapRow } from '../gap.ts'
import { gapUrls, type GapUrls } from './urls.ts'

/** What the pages of one analysis start from. */
export interface GapRoom extends ImprovementRoom {
  gap: Gap
  rows: readonly GapRow[]
  urls: GapUrls
  /** Whether this person writes it, and it is still open. */
  mayWrite: boolean
  serviceName: string
  placeName: string
}

/** An analysis of a centre that the person does not see does not exist. */
export async function enterGap(
  system: System,
  request: Request,
  response: Response,
): Promise<GapRoom> {
  const room = await enterRoom(system, response, request)
  const { administrationId } = room.deed
  const gap = await getGap(system.db, administrationId, idIn(request, 'gapId'))
  const { centreId } = gap
  const isSeen = centreId === null || room.centres.some((each) => each.centreId === centreId)
  if (!isSeen && !room.seesAll) throw new NotFound()
  return {
    ...room,
    gap,
    rows: await listRows(system.db, administrationId, [gap.gapId]),
    urls: gapUrls(room.slug),
    mayWrite: gap.state === 'draft' && mayImprove(room.staff, gap),
    serviceName: room.book.names.get(gap.serviceId) ?? '',
    placeName:
      centreId === null
        ? room.t('improvements.all_centres')
        : (room.book.names.get(centreId) ?? ''),
  }
}

/** What people said in the days that the analysis rests on. */
export function readTroubles(system: System, { gap, book, t }: GapRoom): Promise<Trouble[]> {
  const { administrationId, centreId, serviceId, periodFrom, periodUntil } = gap
  const { timeZone } = book.administration
  const place = { administrationId, timeZone, centreId, serviceId }
  return listTroubles(system.db, { ...place, from: periodFrom, until: periodUntil }).then(
    (troubles) => troubles.map((trouble) => ({ ...trouble, name: nameOf(trouble, t) })),
  )
}

function nameOf({ kind, name }: Trouble, t: T): string {
  return kind === 'driver' ? t(`improvements-gaps.driver.${name}`) : name
}
