import { Invalid, NotAllowed, NotFound, WrongState } from '../platform/errors.ts'
import { CaseMoved } from './case-moved.ts'

const STAYS = [CaseMoved, Invalid, NotAllowed, NotFound, WrongState]

/** Among many cases: this one stays where it is, and the others go on. */
export function isLeftBehind(error: unknown): boolean {
  return STAYS.some((kind) => error instanceof kind)
}
