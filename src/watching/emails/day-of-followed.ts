import { defineEmail, registerEmail, type EmailModel } from '../../notices/index.ts'
import { followedUrl } from '../urls.ts'
import { viewerOf } from '../viewer-of.ts'
import { listWatched } from '../watch-store.ts'

export const DAY_OF_FOLLOWED = 'day_of_followed'

interface DayOfFollowed {
  /** Numbers, and nothing of what the cases hold. */
  numbers: readonly string[]
  count: number
  address: string
}

const MOST = 20

const dayOfFollowed = defineEmail<DayOfFollowed>({
  template: DAY_OF_FOLLOWED,
  view: 'watching/day-of-followed',
  name: (t) => t('watching.emails.day.name'),
  subject: (t, { count }) => t('watching.emails.day.subject', { count }),
  sample: () => ({
    numbers: ['DEMO-2026-000123', 'DEMO-2026-000131'],
    count: 2,
    address: 'https://libro.example.org/personal/demo/seguidos',
  }),
})

/** Null: nothing moved any more, or nothing that they may still see. */
const model: EmailModel<DayOfFollowed> = async (system, { administrationId, to }) => {
  if (to.recipient !== 'account') return null
  const viewer = await viewerOf(system, administrationId, to.accountId, system.clock())
  if (viewer === null) return null
  const asked = { movedOnly: true, limit: MOST }
  const { watched, total } = await listWatched(system.db, viewer, asked)
  if (total === 0) return null
  const { slug } = viewer
  return {
    numbers: watched.map(({ item }) => item.caseNumber),
    count: total,
    address: new URL(followedUrl(slug), system.config.baseUrl).href,
  }
}

export function registerDayEmail(): void {
  registerEmail(dayOfFollowed, model)
}
