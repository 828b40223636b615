import { z } from 'zod'
import { parseFiling, type FilingInput } from '../../cases/index.ts'
import type { FieldProblem } from '../../platform/errors.ts'
import type { Secrets } from '../../platform/secrets.ts'
import type { DeviceFiling } from './device-filing.ts'
import type { Device } from './device.ts'
import { openFile, openFiling, provisionalNumber } from './sealing/index.ts'
import { findTabletKey } from './tablet-key.ts'

const sealedFiling = z.object({
  v: z.literal(1),
  filing: z.record(z.string(), z.unknown()),
  trackingToken: z.string().regex(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/),
  provisionalNumber: z.string().max(40),
  files: z
    .array(z.object({ n: z.number().int(), name: z.string().max(200) }))
    .max(5)
    .default([]),
})

/** What a tablet sealed, opened: `problems` where it is no filing as the book's door takes it. */
export interface OpenedItem {
  filing: FilingInput | null
  problems: readonly FieldProblem[]
  /** As it was written, for whoever mends it. */
  written: Readonly<Record<string, unknown>>
  trackingToken: string
  provisionalNumber: string
  fileNames: ReadonlyMap<number, string>
}

type Ground = { secrets: Secrets }

/** Null: it does not open, or it is not what this tablet would have printed. */
export function openItem(
  system: Ground,
  device: Device,
  bookCode: string,
  item: DeviceFiling,
): OpenedItem | null {
  const content = sealedFiling.safeParse(decrypt(system, item))
  if (!content.success) return null
  const { filing: written, trackingToken, files } = content.data
  if (content.data.provisionalNumber !== provisionalNumber(bookCode, device.code, item.sequence)) {
    return null
  }
  const parsed = parseFiling({ ...written, attachments: undefined, channel: 'tablet' })
  return {
    filing: 'filing' in parsed ? parsed.filing : null,
    problems: 'problems' in parsed ? parsed.problems : [],
    written,
    trackingToken,
    provisionalNumber: content.data.provisionalNumber,
    fileNames: new Map(files.map(({ n, name }) => [n, name])),
  }
}

/** Null: this file does not open. */
export function openFileOf(
  system: Ground,
  item: DeviceFiling,
  file: { n: number; sealed: Buffer },
): Uint8Array | null {
  const key = findTabletKey(system, item.administrationId, item.keyId)
  if (key === null) return null
  const place = { deviceId: item.deviceId, id: item.filingId, n: file.n }
  return orNull(() => openFile(key, place, file.sealed))
}

function decrypt(system: Ground, item: DeviceFiling): unknown {
  const { sealed } = item
  const key = findTabletKey(system, item.administrationId, item.keyId)
  if (key === null || sealed === null) return null
  return orNull(() => openFiling(key, { deviceId: item.deviceId, id: item.filingId }, sealed))
}

/** Whatever a stranger sealed: wrong key, broken bytes, no JSON. Each is an answer and not a fault of ours. */
function orNull<T>(open: () => T): T | null {
  try {
    return open()
  } catch {
    return null
  }
}
