import { getAdministration, listCentres } from '../../administrations/index.ts'
import { findRhythm, listReports, periodsOf, sayPeriod } from '../../analysis/index.ts'
import { addDays, localDate } from '../../platform/dates.ts'
import type { DueItem, TellDue } from '../due.ts'
import { listEvaluations } from '../evaluation/index.ts'
import { findTerms } from './terms-store.ts'

/** The report of each period, so many days after it is over; signed, it is done. */
export const tellReportsDue: TellDue = async (db, question) => {
  const { administrationId, slug, from, until, t } = question
  const { reportDays } = await findTerms(db, administrationId)
  const rhythm = await findRhythm(db, administrationId)
  if (reportDays === null || rhythm === null) return []
  const { timeZone } = await getAdministration(db, administrationId)
  const reports = await listReports(db, administrationId)
  const years = yearsBetween(addDays(from, -366), until)
  return years
    .flatMap((year) => periodsOf(rhythm, year))
    .map((period): DueItem => {
      const signed = reports.find((report) => report.period === period.code && report.signedAt)
      return {
        id: `report-${period.code}`,
        on: addDays(period.until, reportDays),
        kind: 'report',
        title: t('improvements-year.report_of', { period: sayPeriod(period, t) }),
        href: `/personal/${slug}/informes`,
        centreId: null,
        ownerId: null,
        doneOn: signed?.signedAt ? localDate(signed.signedAt, timeZone) : null,
      }
    })
    .filter(({ on }) => on >= from && on <= until)
}

/** Each centre evaluates itself once a year, until the end of the month that was said. */
export const tellEvaluationsDue: TellDue = async (db, question) => {
  const { administrationId, slug, from, until, t } = question
  const { evaluationMonth } = await findTerms(db, administrationId)
  if (evaluationMonth === null) return []
  const { timeZone } = await getAdministration(db, administrationId)
  const own = (await listEvaluations(db, administrationId)).filter(({ kind }) => kind === 'self')
  const centres = await listCentres(db, administrationId)
  return yearsBetween(from, until)
    .flatMap((year) =>
      centres.map(({ centreId, slug: centre }): DueItem => {
        const made = own.find((one) => one.centreId === centreId && one.year === year)
        return {
          id: `evaluation-${year}-${centreId}`,
          on: lastDayOf(year, evaluationMonth),
          kind: 'evaluation',
          title: t('improvements-year.evaluation_of', { year }),
          href: `/personal/${slug}/evaluacion?centro=${centre}`,
          centreId,
          ownerId: null,
          doneOn: made?.signedAt ? localDate(made.signedAt, timeZone) : null,
        }
      }),
    )
    .filter(({ on }) => on >= from && on <= until)
}

export function lastDayOf(year: number, month: number): string {
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
  return addDays(`${next}-01`, -1)
}

function yearsBetween(from: string, until: string): number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
