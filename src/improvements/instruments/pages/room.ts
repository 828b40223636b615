import type { Request, Response } from 'express'
import { NotFound, type FieldProblem } from '../../../platform/errors.ts'
import { idIn } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { mayImprove } from '../../improvement-policy.ts'
import { enterRoom, type ImprovementRoom } from '../../pages/room.ts'
import { sortRows } from '../cells.ts'
import { signingRole } from '../instrument-policy.ts'
import { getInstrument } from '../instrument-store.ts'
import type { Instrument, Row } from '../instrument.ts'
import { listRows } from '../row-store.ts'
import { instrumentUrls, type InstrumentUrls } from '../urls.ts'

/** What the pages of one instrument start from. */
export interface InstrumentRoom extends ImprovementRoom {
  instrument: Instrument
  /** In the order of the norm. */
  rows: readonly Row[]
  urls: InstrumentUrls
  /** Whether this person writes it, and it is still open. */
  mayWrite: boolean
  placeName: string
  /** Of all services: the name of the place. */
  serviceName: string
}

/** An instrument of a centre that the person does not see does not exist. */
export async function enterInstrument(
  system: System,
  request: Request,
  response: Response,
): Promise<InstrumentRoom> {
  const room = await enterRoom(system, response, request)
  const { administrationId } = room.deed
  const instrumentId = idIn(request, 'instrumentId')
  const instrument = await getInstrument(system.db, { administrationId, instrumentId })
  const { centreId, serviceId, kind } = instrument
  const isSeen =
    centreId === null || room.seesAll || room.centres.some((each) => each.centreId === centreId)
  if (!isSeen) throw new NotFound()
  const placeName =
    centreId === null ? room.t('improvements.all_centres') : (room.book.names.get(centreId) ?? '')
  return {
    ...room,
    instrument,
    rows: sortRows(kind, await listRows(system.db, administrationId, [instrumentId])),
    urls: instrumentUrls(room.slug),
    mayWrite: instrument.state === 'draft' && mayImprove(room.staff, instrument),
    placeName,
    serviceName: (serviceId && room.book.names.get(serviceId)) ?? placeName,
  }
}

/** The centre and the service, as the head of page and paper say them. */
export function whereOf({ placeName, serviceName }: InstrumentRoom): string {
  return placeName === serviceName ? placeName : `${placeName} · ${serviceName}`
}

/** The post under which this person would sign; null: they may not. */
export function signingPost({ staff, instrument, book, t }: InstrumentRoom): string | null {
  const role = signingRole(staff, instrument)
  if (role === null) return null
  const official = book.officials.find(({ accountId }) => accountId === staff.accountId)
  return official?.post ?? t(`people.roles.${role}`)
}

/** Every column has the same few problems, whatever it is called. */
export function worded(problems: readonly FieldProblem[]): FieldProblem[] {
  return problems.map((one) => ({ ...one, text: `improvements-instruments.problems.${one.code}` }))
}
