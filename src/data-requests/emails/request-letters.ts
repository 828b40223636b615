import { getAdministration } from '../../administrations/index.ts'
import {
  defineEmail,
  registerEmail,
  registerRecipientOf,
  type EmailModel,
  type Notice,
  type RecipientResolver,
} from '../../notices/index.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { translator, type T } from '../../platform/i18n/index.ts'
import type { System } from '../../system.ts'
import type { DataRequest } from '../data-request.ts'
import { nextDay } from '../request-clock.ts'
import { findRequestById } from '../request-store.ts'
import { OPEN_STATES } from '../request-states.ts'
import { followRequestUrls, staffUrls } from '../urls.ts'
import { DATA_REQUEST_MOVED, DATA_REQUEST_WAITS } from './letter-names.ts'

/** How a request stands, for its person or for whoever answers it. */
interface RequestLetter {
  requestNumber: string
  right: string
  state: string
  dueOn: PlainDate | null
  address: string
}

const sample = (t: T): RequestLetter => ({
  requestNumber: 'DEMO-DP-2026-0007',
  right: t('data-requests.right.access.name'),
  state: t('data-requests.state.in_review'),
  dueOn: '2026-03-30',
  address: 'https://libro.example.org/seguimiento/datos/DEMO-DP-2026-0007',
})

export const requestMoved = defineEmail<RequestLetter>({
  template: DATA_REQUEST_MOVED,
  view: 'data-requests/moved',
  name: (t) => t('data-requests.email.moved.name'),
  subject: (t, { requestNumber }) => t('data-requests.email.moved.subject', { requestNumber }),
  sample,
})

export const requestWaits = defineEmail<RequestLetter>({
  template: DATA_REQUEST_WAITS,
  view: 'data-requests/waits',
  name: (t) => t('data-requests.email.waits.name'),
  subject: (t, { requestNumber }) => t('data-requests.email.waits.subject', { requestNumber }),
  sample,
})

/** As it stood when the letter was queued: each step has its own. */
const moved: EmailModel<RequestLetter> = async (system, notice) => {
  const request = await requestOf(system, notice)
  if (!request || request.state !== notice.details['state']) return null
  return letterOf(system, notice, request, followRequestUrls(request.requestNumber).request)
}

/** Null once nothing is owed. */
const waits: EmailModel<RequestLetter> = async (system, notice) => {
  const request = await requestOf(system, notice)
  if (!request || !OPEN_STATES.includes(request.state)) return null
  const { slug } = await getAdministration(system.db, notice.administrationId)
  return letterOf(system, notice, request, staffUrls(slug, request.requestNumber).request)
}

function letterOf(
  { config }: System,
  { language }: Notice,
  request: DataRequest,
  path: string,
): RequestLetter {
  const t = translator(language)
  return {
    requestNumber: request.requestNumber,
    right: t(`data-requests.right.${request.right}.name`),
    state: t(`data-requests.state.${request.state}`),
    dueOn: nextDay(request),
    address: new URL(path, config.baseUrl).href,
  }
}

async function requestOf({ db }: System, { administrationId, details }: Notice) {
  const { requestId } = details
  return typeof requestId === 'string' ? findRequestById(db, administrationId, requestId) : null
}

/** Kept with the request and nowhere else. */
const addressOf: RecipientResolver = async (system, notice) => {
  const address = (await requestOf(system, notice))?.email ?? null
  return address === null ? null : { address }
}

export function registerRequestLetters(): void {
  registerEmail(requestMoved, moved)
  registerEmail(requestWaits, waits)
  registerRecipientOf(DATA_REQUEST_MOVED, addressOf)
}
