import type { BookRules } from '../administrations/index.ts'
import type { FieldProblem } from '../platform/errors.ts'
import type { System } from '../system.ts'
import { parseFiling, type FilingInput } from './filing.ts'
import { filingRules, problemsUnderRules, type Filer } from './filing-rules.ts'

/** What the door and the rules of the day hold against a filing, before anybody files it. */
export function checkFiling(
  { texts }: Pick<System, 'texts'>,
  rules: BookRules,
  { body, filer }: { body: unknown; filer: Filer },
  now: Date,
): { filing: FilingInput | null; problems: readonly FieldProblem[] } {
  const read = parseFiling(body)
  if ('problems' in read) return { filing: null, problems: read.problems }
  const day = filingRules(rules, now, texts !== null)
  return { filing: read.filing, problems: problemsUnderRules(read.filing, day, now, filer) }
}
