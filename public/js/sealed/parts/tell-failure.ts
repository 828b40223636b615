import {
  DirectoryRefused,
  Refused as NotOpened,
} from '../../../../src/corruption-reports/sealing/index.ts'
import { tellProblem } from './page-of-steps.ts'
import { Refused } from './post-json.ts'
import { WordsRefused } from './unlock-keys.ts'

/** Says in the page's own words what went wrong; what nobody expected is thrown on. */
export function tellFailure(scope: ParentNode, error: unknown): void {
  if (error instanceof WordsRefused) return tellProblem(scope, error.code, error.word)
  if (error instanceof DirectoryRefused || error instanceof NotOpened) {
    return tellProblem(scope, 'directory')
  }
  if (error instanceof Refused && error.status === 409) return tellProblem(scope, 'moved_on')
  tellProblem(scope, 'not_sent')
  if (!(error instanceof Refused || error instanceof TypeError)) throw error
}
