import { sealPhoto } from '../../../src/improvements/evaluation/tablet/index.ts'
import { readBase64url } from '../../../src/platform/hpke/index.ts'
import { localDay } from '../offline/local-date.ts'
import { shrinkPhoto } from '../offline/shrink-photo.ts'
import { keepPhoto } from './storage/items.ts'
import type { Visit } from './visit.ts'

/** As text within the megabyte that a page may send. */
const MOST_BYTES = 650_000

export interface TakenPhoto {
  id: string
  small: HTMLCanvasElement
}

/** Drawn smaller, sealed and kept, with the day that the camera wrote. Null: it cannot be read as a photo. */
export async function takePhoto(
  { database, stored: { copy }, clock }: Visit,
  elementId: string,
  file: File,
): Promise<TakenPhoto | null> {
  const photo = await shrinkPhoto(file, file.name, MOST_BYTES)
  const receiver = readBase64url(copy.key.publicKey)
  if (!photo || !receiver) return null
  const id = crypto.randomUUID()
  const { accountId, evaluationId, timeZone, key } = copy
  const takenOn = await dayOf(file, timeZone, clock())
  const about = { accountId, evaluationId, id, elementId, takenOn }
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const sealed = sealPhoto(receiver, about, photo.bytes, random)
  photo.bytes.fill(0)
  await keepPhoto(
    database,
    {
      ...{ is: 'photo', id, evaluationId, elementId, takenOn, isOpen: true },
      ...{ key: key.id, sequence: clock().getTime() },
    },
    sealed,
  )
  return { id, small: photo.small }
}

/** Where a camera writes its days: at the beginning. */
const HEADER_BYTES = 65_536

/** The earliest day in the photo's own notes is the one on which it was taken; else that of the file. */
async function dayOf(file: File, timeZone: string, now: Date): Promise<string> {
  const header = new TextDecoder('latin1').decode(await file.slice(0, HEADER_BYTES).arrayBuffer())
  const days = [...header.matchAll(/\b(20\d\d):([01]\d):([0-3]\d) [0-2]\d:[0-5]\d:/g)]
  const [first] = days.map(([, year, month, day]) => `${year}-${month}-${day}`).sort()
  const today = localDay(now, timeZone)
  const day = first ?? localDay(new Date(file.lastModified), timeZone)
  return day > today || !isDay(day) ? today : day
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}
