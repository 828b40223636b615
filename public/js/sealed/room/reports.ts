import {
  type Alarm,
  alarmsOf,
  epochKeysOf,
  fromBase64url,
  openDialogue,
  type OpenedReport,
  type OpenedSlot,
  openWords,
  Refused,
  signReading,
  toBase64url,
} from '../../../../src/corruption-reports/sealing/index.ts'
import {
  openBySlotFast,
  openSlotFast,
} from '../../../../src/corruption-reports/sealing/open-many.ts'
import {
  askReports,
  type Place,
  type Places,
  type SealedEvent,
  type SealedMessage,
  type SealedReport,
} from './calls.ts'
import type { Keyring } from './keyring.ts'

export interface Said extends Omit<SealedMessage, 'blob'> {
  /** Null when it is of an epoch that this reader has no key of. */
  body: { text?: string; files?: OpenedReport['content']['files'] } | null
}

/** A report as it stands open before its reader. */
export interface OpenedRoomReport {
  sealed: SealedReport
  /** The current epoch. */
  opened: OpenedReport
  /** All that open for this reader. */
  epochs: readonly OpenedReport[]
  alarms: Alarm[]
  said: Said[]
  next: { seq: number; previous: Uint8Array }
  words: ReadonlyMap<number, Words>
  /** Everything readable of it, in small letters, for the search. */
  text: string
}

/** What an officer wrote with an act. */
export type Words = Readonly<Record<string, string | readonly string[]>>

const AT_ONCE = 20

/** Tries all the person's places; what does not open is not shown, and nothing tells why. */
export async function openablePlaces(
  ring: Keyring,
  { places }: Places,
): Promise<{ id: string; proof: string }[]> {
  const slots = await Promise.all(places.map((place) => slotIn(ring, place)))
  return slots.flatMap((slot, index) => {
    const place = places[index]
    if (!slot || !place) return []
    const reading = { ...atOf(place), by: ring.account, day: ring.day }
    return [{ id: place.id, proof: toBase64url(signReading(epochKeysOf(slot.c), reading)) }]
  })
}

const atOf = ({ id, epoch }: Place) => ({ id: fromBase64url(id), epoch })

/** Once for each box: the list tries them all before the reports come. */
async function slotIn(ring: Keyring, place: Place): Promise<OpenedSlot | null> {
  const known = ring.slots.get(place.box)
  if (known !== undefined) return known
  const keys = ring.members.find(({ id }) => id === place.member)?.keys
  const member = keys && { id: place.member, x: keys.x }
  const box = fromBase64url(place.box)
  const slot = member ? await openSlotFast(ring.agree, atOf(place), member, box) : null
  ring.slots.set(place.box, slot)
  return slot
}

export interface ReadReports {
  reports: OpenedRoomReport[]
  /** How many were changed on the way: they do not open, and whoever reads is warned. */
  tampered: number
}

export async function readAll(
  ring: Keyring,
  asked: { id: string; proof: string }[],
): Promise<ReadReports> {
  const read: ReadReports = { reports: [], tampered: 0 }
  for (let at = 0; at < asked.length; at += AT_ONCE) {
    const { reports } = await askReports(asked.slice(at, at + AT_ONCE))
    const opened = await Promise.all(reports.map((report) => openUnlessTampered(ring, report)))
    read.tampered += opened.filter((report) => report === 'tampered').length
    read.reports.push(...opened.filter((report) => report !== null && report !== 'tampered'))
  }
  return read
}

async function openUnlessTampered(
  ring: Keyring,
  sealed: SealedReport,
): Promise<OpenedRoomReport | null | 'tampered'> {
  try {
    return await openOne(ring, sealed)
  } catch (error) {
    if (error instanceof Refused) return 'tampered'
    throw error
  }
}

async function openOne(ring: Keyring, sealed: SealedReport): Promise<OpenedRoomReport | null> {
  const epochs = await openEpochs(ring, sealed)
  const opened = epochs.get(sealed.epoch)
  if (!opened) return null
  const current = sealed.epochs.find(({ epoch }) => epoch === sealed.epoch)
  const claimed = {
    directory: fromBase64url(current?.directory ?? ''),
    actionKey: fromBase64url(current?.actionKey ?? ''),
  }
  const dialogue = openMessages(sealed, epochs)
  const words = new Map(sealed.events.flatMap((event) => wordsOf(event, opened.id, epochs)))
  return {
    sealed,
    opened,
    epochs: [...epochs.values()],
    alarms: alarmsOf(opened, claimed, sealed.slotMembers, ring.directory),
    ...dialogue,
    words,
    text: searchable(opened, dialogue.said, [...words.values()]),
  }
}

async function openEpochs(ring: Keyring, sealed: SealedReport): Promise<Map<number, OpenedReport>> {
  const { id } = sealed
  const found = await Promise.all(
    sealed.places.map(async (place) => {
      const epoch = sealed.epochs.find((one) => one.epoch === place.epoch)
      const slot = epoch && (await slotIn(ring, { ...place, id }))
      if (!slot) return []
      const toOpen = {
        ...atOf({ ...place, id }),
        content: fromBase64url(epoch.content),
        contentKey: fromBase64url(epoch.contentKey),
      }
      return [[epoch.epoch, await openBySlotFast(ring.agree, toOpen, slot)] as const]
    }),
  )
  return new Map(found.flat())
}

function openMessages(sealed: SealedReport, epochs: ReadonlyMap<number, OpenedReport>) {
  const stored = sealed.messages.map(({ epoch, direction, blob }) => ({
    epoch,
    direction: direction === 'from_reporter' ? ('to_officers' as const) : direction,
    box: fromBase64url(blob),
  }))
  const { messages, seq, previous } = openDialogue(
    fromBase64url(sealed.id),
    stored,
    (epoch) => epochs.get(epoch)?.dialogueKey ?? null,
  )
  const said = sealed.messages.map(({ blob: _, ...message }, index): Said => ({
    ...message,
    body: messages[index]?.body ?? null,
  }))
  return { said, next: { seq, previous } }
}

function wordsOf(
  { seq, epoch, words }: SealedEvent,
  id: Uint8Array,
  epochs: ReadonlyMap<number, OpenedReport>,
): [number, Words][] {
  const keys = epochs.get(epoch)?.keys
  if (!words || !keys) return []
  return [[seq, openWords(keys.content, { id, epoch, seq }, fromBase64url(words)) as Words]]
}

function searchable(opened: OpenedReport, said: readonly Said[], words: readonly Words[]): string {
  const { told, marks } = opened.content
  const parts = [
    ...Object.values(told),
    ...marks.words,
    ...said.map(({ body }) => body?.text),
    ...words.flatMap((one) => Object.values(one)),
  ]
  return plain(parts.filter((one) => typeof one === 'string').join(' '))
}

export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
