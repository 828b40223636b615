import type { T } from '../../platform/i18n/index.ts'
import type { KeyRow } from './key-rows.ts'

/** What a chief should look at, from rules that anybody can check; without any, that is said too. */
export function saysWhatToDecide(rows: readonly KeyRow[], t: T): string[] {
  const worse = rows.filter(({ verdict }) => verdict === 'worse')
  const overdue = rows.find(({ id }) => id === 'Q13-share')?.figure?.value ?? 0
  const unknown = rows.filter(({ verdict }) => verdict === 'nothing_now')
  const said = [
    ...worse.map(({ sentence }) => t('dashboards.decide.worse', { sentence })),
    ...(overdue >= MUCH ? [t('dashboards.decide.overdue')] : []),
    ...(unknown.length > rows.length / 2 ? [t('dashboards.decide.few_data')] : []),
  ]
  return said.length > 0 ? said : [t('dashboards.decide.nothing')]
}

/** One in five of what is open is past its date. */
const MUCH = 0.2
