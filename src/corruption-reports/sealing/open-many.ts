import { contentSecretOf } from './epoch-key.ts'
import { encOf, type BoxKeys } from '../../platform/hpke/index.ts'
import type { Agree } from './native-x25519.ts'
import { openBySlot, type OpenedReport, type ToOpen } from './open-report.ts'
import { type At, openSlot, type OpenedSlot } from './slots.ts'

/** As `openSlot` and `openBySlot`, for many at once, with the X25519 of whoever has a faster one. */

export async function openSlotFast(
  agree: Agree,
  at: At,
  member: { id: string; x: BoxKeys },
  box: Uint8Array,
): Promise<OpenedSlot | null> {
  const agreed = await agree(member.x.secret, encOf(box))
  return openSlot(at, member.id, member.x, box, agreed)
}

export async function openBySlotFast(
  agree: Agree,
  sealed: ToOpen,
  opened: OpenedSlot,
): Promise<OpenedReport> {
  const agreed = await agree(contentSecretOf(opened.c), encOf(sealed.content))
  return openBySlot(sealed, opened, agreed)
}
