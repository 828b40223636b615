import { forgetErasedTexts } from '../../analysis/index.ts'
import { forgetErasedMail } from '../../channels/index.ts'
import type { System } from '../../system.ts'

/** Whatever was made from words that are erased goes with them, in the same night. */
export async function forgetDerived(system: System): Promise<void> {
  await forgetErasedMail(system.db)
  await forgetErasedTexts(system)
}
