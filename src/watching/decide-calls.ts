import type { CaseReader } from '../cases/index.ts'
import type { FieldProblem } from '../platform/errors.ts'
import { meantIn, nameKey } from './meant-in.ts'

type Reader = Pick<CaseReader, 'accountId' | 'name' | 'hidden'>

export interface Calls {
  accountIds: readonly string[]
  problems: readonly FieldProblem[]
}

/** Those whom somebody may call to a case. */
export function callableIn<Each extends Reader>(
  readers: readonly Each[],
  writerId: string,
): Each[] {
  return readers.filter(({ accountId, hidden }) => hidden === null && accountId !== writerId)
}

/**
 * Whom a note calls, by name or chosen beside it: only those who may see its case. Where a name may mean
 * several, those who may not are not meant; nobody is told that they called themselves.
 */
export function decideCalls(
  { note, chosen }: { note: string; chosen: string },
  readers: readonly Reader[],
  writerId: string,
): Calls {
  const beside = readers.filter(({ accountId }) => accountId === chosen)
  const meant = [...meantIn(note, readers), beside]
  const decided = meant.map((people) => decide(people, writerId))
  const accountIds = decided.flatMap((each) => ('accountIds' in each ? each.accountIds : []))
  return {
    accountIds: [...new Set(accountIds)],
    problems: decided.flatMap((each) => ('problem' in each ? [each.problem] : [])),
  }
}

function decide(
  people: readonly Reader[],
  writerId: string,
): { accountIds: string[] } | { problem: FieldProblem } {
  const others = people.filter(({ accountId }) => accountId !== writerId)
  const [first] = others
  if (!first) return { accountIds: [] }
  const seeing = others.filter(({ hidden }) => hidden === null)
  if (seeing.length === 0) return refuse(`hidden_${first.hidden ?? 'elsewhere'}`, first)
  // who share their whole name are all called: no text tells them apart
  const names = new Set(seeing.map(({ name }) => nameKey(name)))
  if (names.size > 1) return refuse('ambiguous', first)
  return { accountIds: seeing.map(({ accountId }) => accountId) }
}

function refuse(code: string, { name }: Reader) {
  return { problem: { field: '/reason', code, values: { name } } }
}
