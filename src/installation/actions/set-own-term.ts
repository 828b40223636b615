import {
  insertOwnTerms,
  keepsWithin,
  readBookRules,
  touchAdministration,
  type BookRules,
  type OwnTerm,
} from '../../administrations/index.ts'
import { recordChange } from '../../audit/index.ts'
import { inTransaction, type Db } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import { Invalid, type FieldProblem } from '../../platform/errors.ts'
import { findTerm, STEPS } from '../../regimes/index.ts'
import type { StaffDeed } from '../../people/index.ts'

/** Sets how long a step may take here, from a day on; what runs already keeps the term it began with. */
export async function setOwnTerm(db: Db, deed: StaffDeed, own: OwnTerm): Promise<void> {
  await inTransaction(db, async (tx) => {
    await touchAdministration(tx, deed.administrationId)
    const rules = await readBookRules(tx, deed.administrationId, deed.at)
    const today = localDate(deed.at, rules.administration.timeZone)
    const problems = [
      ...(own.validFrom < today ? [{ field: 'validFrom', code: 'past' }] : []),
      ...termProblems(rules, own),
    ]
    if (problems.length > 0) throw new Invalid(problems)
    await insertOwnTerms(tx, deed.administrationId, [own])
    const { step, kind, days, unit, validFrom } = own
    await recordChange(tx, {
      ...deed,
      action: 'own_term_set',
      details: { step, kind: kind === '*' ? 'all' : kind, days, unit, from: validFrom },
    })
  })
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
