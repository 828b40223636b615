import { randomUUID } from 'node:crypto'
import type { Request } from 'express'
import { isPlainDate } from '../../../platform/dates.ts'
import { isId } from '../../../platform/ids.ts'
import {
  COUNTER_CHANNELS,
  emptyEntry,
  ENTRY_FIELDS,
  HIDDEN_FIELDS,
  KEPT_FIELDS,
  type Entry,
} from '../entry-fields.ts'
import type { CounterRoom } from './desk-room.ts'

/** What was typed into the form; a form without a key of its own gets one. */
export function readEntry(request: Request): Entry {
  const body = (request.body ?? {}) as Readonly<Record<string, unknown>>
  const typed = Object.fromEntries(
    [...ENTRY_FIELDS, ...HIDDEN_FIELDS].map((name) => [name, textIn(body, name)]),
  )
  const { entry = '' } = typed
  return emptyEntry(isId(entry) ? entry : randomUUID(), { ...typed })
}

/** An empty form, with what was kept from the sheet before or, else, what is likely here and now. */
export function newEntry(request: Request, { centres, today }: CounterRoom): Entry {
  const query = request.query as Readonly<Record<string, unknown>>
  const kept = Object.fromEntries(KEPT_FIELDS.map((name) => [name, textIn(query, name)]))
  const { channel = '', centre = '', handedDate = '' } = kept
  return emptyEntry(randomUUID(), {
    channel: COUNTER_CHANNELS.find((one) => one === channel) ?? COUNTER_CHANNELS[0],
    centre: (centres.find(({ slug }) => slug === centre) ?? centres[0])?.slug ?? '',
    kind: textIn(query, 'kind'),
    handedDate: isPlainDate(handedDate) && handedDate <= today ? handedDate : today,
  })
}

function textIn(from: Readonly<Record<string, unknown>>, name: string): string {
  const value = Object.hasOwn(from, name) ? from[name] : undefined
  const one: unknown = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' ? one.toWellFormed().trim() : ''
}
