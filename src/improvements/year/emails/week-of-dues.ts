import { getAdministration } from '../../../administrations/index.ts'
import { defineEmail, registerEmail, type EmailModel } from '../../../notices/index.ts'
import { addDays, localDate, type PlainDate } from '../../../platform/dates.ts'
import { translator } from '../../../platform/i18n/index.ts'
import { listOwed } from '../list-owed.ts'
import { yearUrls } from '../urls.ts'

export const WEEK_OF_DUES = 'week_of_dues'

/** To whoever owes something, of whatever room: what is late, and what is due within seven days. */
interface WeekOfDues {
  items: readonly { kind: string; title: string; dueOn: PlainDate; isOverdue: boolean }[]
  address: string
}

const weekOfDues = defineEmail<WeekOfDues>({
  template: WEEK_OF_DUES,
  view: 'improvements/week-of-dues',
  name: (t) => t('improvements-year.email.name'),
  subject: (t, { items }) => t('improvements-year.email.subject', { count: items.length }),
  sample: (t) => ({
    items: [
      {
        kind: t('improvements-year.kinds.task'),
        title: t('improvements-year.email.sample'),
        dueOn: '2026-03-20',
        isOverdue: false,
      },
    ],
    address: 'https://libro.example.org/personal/demo/anio?de=mias',
  }),
})

/** Null once everything of the week is done. */
const model: EmailModel<WeekOfDues> = async (system, { administrationId, to, language }) => {
  if (to.recipient !== 'account') return null
  const administration = await getAdministration(system.db, administrationId)
  const today = localDate(system.clock(), administration.timeZone)
  const t = translator(language)
  const speech = { t, lang: language }
  const owed = await listOwed(system.db, administration, addDays(today, 6), speech)
  const own = owed.filter(({ ownerId }) => ownerId === to.accountId)
  if (own.length === 0) return null
  return {
    items: own.map(({ kind, title, on }) => ({
      kind: t(`improvements-year.kinds.${kind}`),
      title,
      dueOn: on,
      isOverdue: on < today,
    })),
    address: `${system.config.baseUrl}${yearUrls(administration.slug).year}?de=mias`,
  }
}

export function registerWeekEmail(): void {
  registerEmail(weekOfDues, model)
}
