import { getAdministration } from '../../../administrations/index.ts'
import { defineEmail, registerEmail, type EmailModel } from '../../../notices/index.ts'
import { addDays, localDate, type PlainDate } from '../../../platform/dates.ts'
import { translator } from '../../../platform/i18n/index.ts'
import { listOwed } from '../list-owed.ts'

export const REPORT_DUE = 'improvement_report_due'

/** The report of progress that somebody owes soon, or owed already. */
interface ReportDue {
  title: string
  dueOn: PlainDate
  isOverdue: boolean
  address: string
}

const reportDue = defineEmail<ReportDue>({
  template: REPORT_DUE,
  view: 'improvements/report-due',
  name: (t) => t('improvements-year.email.report_name'),
  subject: (t, { isOverdue }) =>
    t(`improvements-year.email.report_subject.${isOverdue ? 'overdue' : 'soon'}`),
  sample: (t) => ({
    title: t('improvements-year.email.report_sample'),
    dueOn: '2026-03-20',
    isOverdue: false,
    address: 'https://libro.example.org/personal/demo/proyectos/1#avances',
  }),
})

/** As long as it may be due: a reminder may go out so many days before. */
const DAYS_AHEAD = 60

/** Null once it was given, or is somebody else's. */
const model: EmailModel<ReportDue> = async (system, notice) => {
  const { administrationId, to, language, details } = notice
  if (to.recipient !== 'account') return null
  const administration = await getAdministration(system.db, administrationId)
  const today = localDate(system.clock(), administration.timeZone)
  const speech = { t: translator(language), lang: language }
  const owed = await listOwed(system.db, administration, addDays(today, DAYS_AHEAD), speech)
  const own = owed.find(({ id, ownerId }) => id === details['item'] && ownerId === to.accountId)
  if (!own) return null
  return {
    title: own.title,
    dueOn: own.on,
    isOverdue: own.on < today,
    address: `${system.config.baseUrl}${own.href}#avances`,
  }
}

export function registerReportDueEmail(): void {
  registerEmail(reportDue, model)
}
