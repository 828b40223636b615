import type { Db } from '../../platform/database/connection.ts'
import type { T } from '../../platform/i18n/index.ts'
import { inLanguage } from '../../regimes/index.ts'
import { findOwnModel } from '../evaluation/index.ts'

/** Indicators that a gap of a service usually moves. */
const INDICATORS = ['Q02', 'Q04', 'Q09', 'Q15', 'Q25'] as const

/** The criteria of the model that the administration is evaluated by, and the indicators of its book. */
export async function readCriteria(
  db: Db,
  administrationId: string,
  { t, lang }: { t: T; lang: string },
): Promise<{ value: string; text: string }[]> {
  const own = await findOwnModel(db, administrationId)
  return [
    ...(own?.model.criteria ?? []).map(({ id, name }) => ({
      value: id,
      text: inLanguage(name, lang),
    })),
    ...INDICATORS.map((id) => ({ value: id, text: t(`indicators.${id}.name`) })),
  ]
}
