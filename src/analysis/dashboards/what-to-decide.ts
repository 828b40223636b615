import { formatNumber, type T } from '../../platform/i18n/index.ts'
import type { Speech } from './charts-of.ts'
import type { KeyRow } from './key-rows.ts'

/** What a chief should look at, from rules that anybody can check; without any, that is said too. */
export function saysWhatToDecide(rows: readonly KeyRow[], { t, lang }: Speech): string[] {
  const worse = rows.filter(({ verdict }) => verdict === 'worse')
  const overdue = rows.find(({ id }) => id === 'Q13-share')?.figure?.value ?? 0
  const share = `${formatNumber(overdue * 100, lang, 0)} %`
  const unknown = rows.filter(({ verdict }) => verdict === 'nothing_now')
  const said = [
    ...worse.map(({ sentence }) => t('dashboards.decide.worse', { sentence })),
    ...(overdue >= MUCH ? [t('dashboards.decide.overdue', { share })] : []),
    ...(unknown.length > rows.length / 2 ? [t('dashboards.decide.few_data')] : []),
  ]
  return said.length > 0 ? said : [t('dashboards.decide.nothing')]
}

/** One in five of what is open is past its date. */
const MUCH = 0.2

/** The answer to what is asked first, before the figures that it rests on. */
export function saysWhetherBetter(rows: readonly KeyRow[], t: T): string {
  const namesOf = (wanted: KeyRow['verdict']) =>
    rows.filter(({ verdict }) => verdict === wanted).map(({ name }) => name)
  const [better, worse] = [namesOf('better'), namesOf('worse')]
  const listed = (names: readonly string[]) => names.join('; ')
  if (better.length + worse.length === 0) return t('dashboards.better.none')
  return [
    ...(better.length > 0 ? [t('dashboards.better.better', { names: listed(better) })] : []),
    ...(worse.length > 0 ? [t('dashboards.better.worse', { names: listed(worse) })] : []),
    t('dashboards.better.rest'),
  ].join(' ')
}
