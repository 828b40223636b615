import type { Coding } from './coding.ts'
import type { FrameCode } from './frame.ts'

/**
 * Whether the frame changed under a coding: its code went or means something else, or a narrower one came
 * under it that its coder had not known.
 */
export function isToRecode(
  { codeId, frameVersion }: Pick<Coding, 'codeId' | 'frameVersion'>,
  codes: readonly Pick<FrameCode, 'codeId' | 'parentId' | 'addedIn' | 'changedIn' | 'retiredIn'>[],
): boolean {
  return codes.some((code) => {
    if (code.codeId === codeId) return code.retiredIn !== null || code.changedIn > frameVersion
    return code.parentId === codeId && code.addedIn > frameVersion && code.retiredIn === null
  })
}
