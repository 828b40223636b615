import { recordLook } from '../../audit/index.ts'
import { isPlainDate } from '../../platform/dates.ts'
import { isId } from '../../platform/ids.ts'
import { render, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { listBatches } from '../batch-store.ts'
import { listDrafts } from '../draft-store.ts'
import { listLegacyCases, type LegacyCursor } from '../legacy-search-store.ts'
import { enterRoom, type Room } from './room.ts'

const PAGE = 50
const LONGEST_SEARCH = 200

/** The batches of older books, and their cases by whichever number or words somebody has. */
export function showBooks(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const { administrationId, accountId, at } = room.deed
    const query = request.query as Readonly<Record<string, unknown>>
    const search = typeof query['q'] === 'string' ? query['q'].trim().slice(0, LONGEST_SEARCH) : ''
    const batches = await listBatches(system.db, administrationId)
    const source = batches.find((batch) => batch.source === query['libro'])?.source ?? null
    const page = { after: cursorOf(query['desde']), size: PAGE }
    const found = room.mayRead
      ? await listLegacyCases(system.db, administrationId, { search, source }, page)
      : { cases: [], next: null }
    if (room.mayRead && search !== '') {
      await recordLook(system.db, { at, accountId, administrationId, what: 'search' })
    }
    render(
      response,
      'imports/books',
      {
        title: room.t('imports.title'),
        urls: room.urls,
        mayBring: room.mayBring,
        mayRead: room.mayRead,
        search,
        source: source ?? '',
        sources: [...new Set(batches.map((batch) => batch.source))],
        batches: batches.map(({ batchNumber, source: of, fileName, taken, state }) => ({
          batchNumber,
          source: of,
          fileName,
          taken,
          state: room.t(`imports.batch_state.${state}`),
        })),
        drafts: room.mayBring ? await draftsOf(system, room) : [],
        cases: found.cases.map((one) => ({
          url: room.urls.legacyCase(one.legacyNumber),
          number: one.legacyNumber,
          told: one.officialNumber ?? one.sourceNumber,
          receivedOn: one.receivedOn,
          state: one.stateTold ?? '',
          about: one.text.slice(0, 120) || (one.service.told ?? one.motive ?? ''),
        })),
        nextUrl: found.next ? nextUrl(room, { search, source }, found.next) : null,
      },
      { layout: 'staff' },
    )
  }
}

async function draftsOf({ db }: System, { deed, urls, t }: Room) {
  const drafts = await listDrafts(db, deed.administrationId)
  return drafts.map(({ draftId, fileName, state }) => ({
    url: urls.file(draftId),
    fileName,
    state: t(`imports.draft_state.${state}`),
  }))
}

function cursorOf(text: unknown): LegacyCursor | null {
  const [receivedOn = '', legacyId = ''] = typeof text === 'string' ? text.split('_') : []
  return isPlainDate(receivedOn) && isId(legacyId) ? { receivedOn, legacyId } : null
}

function nextUrl(
  { urls }: Room,
  { search, source }: { search: string; source: string | null },
  next: LegacyCursor,
): string {
  const query = new URLSearchParams({ q: search, libro: source ?? '' })
  query.set('desde', `${next.receivedOn}_${next.legacyId}`)
  return `${urls.books}?${query.toString()}`
}
