import type { Request } from 'express'
import { checkFiling } from '../../../cases/index.ts'
import { idIn } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { getAside, type AsideItem } from '../find-aside.ts'
import { mendFiling, type Mended } from '../mend-filing.ts'
import type { OpenedItem } from '../open-item.ts'
import type { Room } from './room.ts'

/** The item of the address, if the person may decide about it. */
export function openAside(system: System, request: Request, room: Room): Promise<AsideItem> {
  return getAside(system, room, idIn(request, 'itemId'))
}

export interface Corrections {
  kind: string
  centre: string
  service: string
}

export function correctionsIn(request: Request): Corrections {
  const body = (request.body ?? {}) as Record<string, unknown>
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
  return { kind: text('kind'), centre: text('centre'), service: text('service') }
}

/** As it was written, where nobody corrected anything yet. */
export function correctionsOf({ written }: OpenedItem): Corrections {
  const text = (name: string) => (typeof written[name] === 'string' ? written[name] : '')
  return { kind: text('kind'), centre: text('centre'), service: text('service') }
}

export function mend(
  system: System,
  { book: rules, deed }: Room,
  { written }: OpenedItem,
  { kind, centre, service }: Corrections,
): Mended {
  const corrected = { kind, centre, service: service === '' ? undefined : service }
  return mendFiling(
    written,
    corrected,
    (body) => checkFiling(system, rules, { body, filer: 'device' }, deed.at).problems,
  )
}
