import type { BookRules } from '../../administrations/index.ts'

/** Why nothing can be reported here: each has its words, and the channels outside are shown alone. */
export type WhyDoorClosed = 'off' | 'not_founded' | 'no_room'

export type DoorState = { open: true } | { open: false; because: WhyDoorClosed }

export async function doorState({ regime }: BookRules): Promise<DoorState> {
  return { open: false, because: regime.corruption ? 'not_founded' : 'off' }
}
