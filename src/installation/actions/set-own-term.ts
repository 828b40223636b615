import {
  keepsWithin,
  readBookRules,
  touchAdministration,
  type BookRules,
  type OwnTerm,
} from '../../administrations/index.ts'
import { inTransaction, type Db } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import { Invalid, type FieldProblem } from '../../platform/errors.ts'
import { findTerm, STEPS } from '../../regimes/index.ts'
import type { StaffDeed } from '../../people/index.ts'
import { settleWithin } from '../../settings/index.ts'
import { ownTermId, ownTermSetting } from '../own-rules/own-term-setting.ts'

/** Sets how long a step may take here, from a day on; what runs already keeps the term it began with. */
export async function setOwnTerm(
  db: Db,
  deed: StaffDeed,
  own: OwnTerm,
  version: number,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await touchAdministration(tx, deed.administrationId)
    checkOwnTerm(await readBookRules(tx, deed.administrationId, deed.at), own, deed.at)
    await settleWithin(tx, deed, ownTermSetting, { id: ownTermId(own), version, value: own })
  })
}

/** Throws Invalid where the regime does not allow it, or where it would count for cases that came in already. */
export function checkOwnTerm(rules: BookRules, own: OwnTerm, at: Date): void {
  const today = localDate(at, rules.administration.timeZone)
  const problems = [
    ...(own.validFrom < today ? [{ field: 'validFrom', code: 'past' }] : []),
    ...termProblems(rules, own),
  ]
  if (problems.length > 0) throw new Invalid(problems)
}

/** Nobody answers later than the law allows, and nobody takes time away from the person. */
function termProblems({ regime }: BookRules, own: OwnTerm): FieldProblem[] {
  const step = STEPS.find((known) => known === own.step)
  const codes = regime.kinds.map(({ code }) => code)
  const kinds = own.kind === '*' ? codes : codes.filter((code) => code === own.kind)
  if (!step || kinds.length === 0) return [{ field: step ? 'kind' : 'step', code: 'unknown' }]
  const limits = kinds.flatMap((kind) => findTerm(regime, step, kind, own.validFrom) ?? [])
  if (limits.length === 0) return [{ field: 'step', code: 'no_term' }]
  const broken = limits.find((limit) => !keepsWithin(own, limit))
  if (!broken) return []
  const { days, unit } = broken
  return [{ field: 'days', code: `past_limit_${unit}`, values: { count: days } }]
}
