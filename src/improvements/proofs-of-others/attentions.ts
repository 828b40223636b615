import { getBookRulesById } from '../../administrations/index.ts'
import { listServiceTimes, listTotals } from '../../attentions/index.ts'
import { formatNumber } from '../../platform/i18n/index.ts'
import type { System } from '../../system.ts'
import type { TellProofs } from '../proof.ts'
import { drawnPaper } from './paper-of.ts'
import { daysOf, lastDayOf, noonOf } from './year-of.ts'

/** How often each service was given, and how long it took where the register says it (MD-01). */
export function tellAttentions(system: System): TellProofs {
  return async (db, { administrationId, centreId, slug, year, today, t, lang }) => {
    const period = daysOf(year)
    const centreIds = centreId === null ? [] : [centreId]
    const totals = await listTotals(db, { administrationId, ...period, centreIds })
    const attended = new Map<string, number>()
    for (const { serviceId, attended: count } of totals) {
      attended.set(serviceId, (attended.get(serviceId) ?? 0) + count)
    }
    if (attended.size === 0) return []
    const times = await listServiceTimes(db, administrationId, period)
    const book = await getBookRulesById(system, administrationId, noonOf(today))
    const minutesOf = (serviceId: string) => {
      const time = times.find((one) => one.serviceId === serviceId)
      return time && time.entries > 0
        ? formatNumber(Math.round(time.minutes / time.entries), lang)
        : '–'
    }
    const title = t('improvements-proofs.attentions', { year })
    const { name } = book.administration
    const words = { t, lang, title, author: name, foot: `${name} · ${title}` }
    const paper = { fileName: `atenciones-${year}.pdf`, on: lastDayOf(year, today) }
    return [
      {
        key: 'analysis.attentions',
        title,
        on: null,
        href: `/personal/${slug}/encuestas/tasas`,
        state: times.length > 0 ? 'proved' : 'begun',
        lacks: times.length > 0 ? [] : [t('improvements-proofs.no_times')],
        papers: [
          drawnPaper({ ...paper, ...words }, (page) => {
            page.table(
              [
                { title: t('improvements-proofs.service'), share: 0.5 },
                { title: t('improvements-proofs.attended'), share: 0.25, align: 'right' },
                { title: t('improvements-proofs.minutes'), share: 0.25, align: 'right' },
              ],
              [...attended].map(([serviceId, count]) => [
                book.names.get(serviceId) ?? '',
                formatNumber(count, lang),
                minutesOf(serviceId),
              ]),
            )
          }),
        ],
      },
    ]
  }
}
