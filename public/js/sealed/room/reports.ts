import {
  type Alarm,
  alarmsOf,
  epochKeysOf,
  fromBase64url,
  openDialogue,
  type OpenedReport,
  openReport,
  openSlot,
  openWords,
  Refused,
  signReading,
  toBase64url,
} from '../../../../src/corruption-reports/sealing/index.ts'
import {
  askReports,
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
export function openablePlaces(ring: Keyring, { places }: Places): { id: string; proof: string }[] {
  return places.flatMap((place) => {
    const keys = ring.members.find(({ id }) => id === place.member)?.keys
    const at = { id: fromBase64url(place.id), epoch: place.epoch }
    const slot = keys && openSlot(at, place.member, keys.x, fromBase64url(place.box))
    if (!slot) return []
    const reading = { ...at, by: ring.account, day: ring.day }
    return [{ id: place.id, proof: toBase64url(signReading(epochKeysOf(slot.c), reading)) }]
  })
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
    for (const report of reports) openInto(read, ring, report)
  }
  return read
}

function openInto(read: ReadReports, ring: Keyring, sealed: SealedReport): void {
  try {
    const opened = openOne(ring, sealed)
    if (opened) read.reports.push(opened)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    read.tampered += 1
  }
}

function openOne(ring: Keyring, sealed: SealedReport): OpenedRoomReport | null {
  const epochs = openEpochs(ring, sealed)
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

function openEpochs(ring: Keyring, sealed: SealedReport): Map<number, OpenedReport> {
  const id = fromBase64url(sealed.id)
  const found = sealed.places.flatMap((place) => {
    const member = ring.members.find((one) => one.id === place.member)
    const epoch = sealed.epochs.find((one) => one.epoch === place.epoch)
    if (!member || !epoch) return []
    const toOpen = {
      id,
      epoch: epoch.epoch,
      content: fromBase64url(epoch.content),
      contentKey: fromBase64url(epoch.contentKey),
      actionKey: fromBase64url(epoch.actionKey),
      directory: fromBase64url(epoch.directory),
    }
    const opened = openReport(toOpen, fromBase64url(place.box), { id: member.id, x: member.keys.x })
    return opened ? [[epoch.epoch, opened] as const] : []
  })
  return new Map(found)
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
