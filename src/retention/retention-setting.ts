import { z } from 'zod'
import { getBookRulesById, type BookRules } from '../administrations/index.ts'
import type { StaffDeed } from '../people/index.ts'
import type { Tx } from '../platform/database/connection.ts'
import { localDate } from '../platform/dates.ts'
import { Invalid } from '../platform/errors.ts'
import { HOLDINGS } from '../regimes/index.ts'
import type { Setting } from '../settings/index.ts'
import { getHolding } from './holdings.ts'
import { countSooner } from './count-sooner.ts'
import { listOwnTerms, upsertOwnTerm } from './retention-store.ts'
import { setters } from './retention-policy.ts'
import { sayHolding, sayMonths } from './say-term.ts'
import { termOf, type TermKey } from './term.ts'

const shape = z.object({
  holding: z.enum(HOLDINGS),
  kind: z.string(),
  months: z.number().int().min(1).max(1200),
  /** Said in words by whoever shortened it, having seen what goes by tomorrow. */
  confirmed: z.boolean(),
})
export type KeptTerm = z.infer<typeof shape>

/** How long an administration keeps one thing, where it says so itself. */
export const retentionSetting: Setting<KeptTerm> = {
  subject: 'retention',
  text: 'retention.one',
  roles: setters,
  schema: shape,
  async find(db, administrationId, id) {
    const key = keyOf(id)
    const own = (await listOwnTerms(db, administrationId)).find(
      ({ holding, kind }) => holding === key.holding && kind === key.kind,
    )
    return own ? { ...own, confirmed: false } : null
  },
  async write(tx, deed, id, value) {
    const key = keyOf(id)
    const book = await getBookRulesById({ db: tx }, deed.administrationId, deed.at)
    await refuse(tx, deed, book, { key, value })
    await upsertOwnTerm(tx, deed.administrationId, key, value?.months ?? null)
  },
  say({ holding, kind, months }, { t, lang, book }) {
    return {
      name: sayHolding({ holding, kind }, { t, lang, book }),
      facts: [{ label: t('retention.term'), text: sayMonths(months, t) }],
    }
  },
}

/** Outside of what the regime allows, or erasing by tomorrow what nobody confirmed. */
async function refuse(
  tx: Tx,
  { administrationId, at }: StaffDeed,
  { regime, administration: { timeZone } }: BookRules,
  { key, value }: { key: TermKey; value: KeptTerm | null },
): Promise<void> {
  const today = localDate(at, timeZone)
  const before = termOf(key, await listOwnTerms(tx, administrationId), regime, today)
  const months = value?.months ?? before.regimeMonths
  if (months !== null && (months < before.atLeast || months > before.atMost)) {
    throw new Invalid([{ field: 'months', code: 'outside', text: 'retention.problems.outside' }])
  }
  const change = { before: before.months, after: months }
  const sooner = await countSooner(tx, { administrationId, key, today, timeZone }, change)
  if (sooner > 0 && value?.confirmed !== true) {
    throw new Invalid([
      { field: 'confirm', code: 'unconfirmed', text: 'retention.problems.unconfirmed' },
    ])
  }
}

/** As `termId` wrote it. */
export function keyOf(id: string): TermKey {
  const at = id.indexOf('-')
  const [holding, kind] = at < 0 ? [id, ''] : [id.slice(0, at), id.slice(at + 1)]
  const key = { holding: z.enum(HOLDINGS).parse(holding), kind }
  if (getHolding(key.holding).byKind !== (kind !== '')) throw new Error(`no term is called ${id}`)
  return key
}
