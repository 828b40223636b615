import { readBookRules, type BookRules } from '../../administrations/index.ts'
import type { Tx } from '../../platform/database/connection.ts'
import { Invalid } from '../../platform/errors.ts'
import { problemsOfRule } from '../rule-problems.ts'
import type { RuleInput } from '../rule-input.ts'
import type { StaffDeed } from '../../people/index.ts'

export async function checkRule(tx: Tx, deed: StaffDeed, rule: RuleInput): Promise<BookRules> {
  const book = await readBookRules(tx, deed.administrationId, deed.at)
  const problems = problemsOfRule(rule, book)
  if (problems.length > 0) throw new Invalid(problems)
  return book
}
