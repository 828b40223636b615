import { getBookRulesById } from '../../../administrations/index.ts'
import { defineEmail, registerEmail, type EmailModel } from '../../../notices/index.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { sheetsUrls } from '../urls.ts'
import { listWaitingPiles } from '../waiting-piles.ts'

export const SHEETS_WAITING = 'sheets_waiting'

/** To the office, and to whoever answers for the book: paper that is not typed. */
interface SheetsWaiting {
  centreName: string
  count: number
  receivedOn: PlainDate
  dueOn: PlainDate
  address: string
}

export const sheetsWaiting = defineEmail<SheetsWaiting>({
  template: SHEETS_WAITING,
  view: 'channels/sheets-waiting',
  name: (t) => t('channels-counter.emails.waiting.name'),
  subject: (t, { count, centreName }) =>
    t('channels-counter.emails.waiting.subject', { count, centre: centreName }),
  sample: (t) => ({
    centreName: t('channels-counter.emails.waiting.sample_centre'),
    count: 3,
    receivedOn: '2026-03-20',
    dueOn: '2026-03-24',
    address: 'https://libro.example.org/personal/demo/hojas',
  }),
})

/** Null once everything of the pile is in the book. */
const model: EmailModel<SheetsWaiting> = async (system, { administrationId, details }) => {
  const { piles } = await listWaitingPiles(system.db, administrationId)
  const pile = piles.find(({ pileId }) => pileId === details['pileId'])
  if (!pile || pile.dueOn === null) return null
  const book = await getBookRulesById(system, administrationId, system.clock())
  return {
    centreName: book.names.get(pile.centreId) ?? '',
    count: pile.sheetNumbers.length,
    receivedOn: pile.receivedOn,
    dueOn: pile.dueOn,
    address: system.config.baseUrl + sheetsUrls(book.administration.slug).sheets,
  }
}

export function registerSheetEmails(): void {
  registerEmail(sheetsWaiting, model)
}
