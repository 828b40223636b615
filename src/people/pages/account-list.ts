import type { Request, Response } from 'express'
import { z } from 'zod'
import { localDate } from '../../platform/dates.ts'
import { render, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { listAccounts } from '../account-store.ts'
import { requireStaff, requireWorkplace } from '../guards.ts'
import { listPeople } from '../people-store.ts'
import { holds } from '../staff-policy.ts'
import { accountsUrl } from '../urls.ts'
import { noticeOf } from './notice-of.ts'
import { personRow, type ViewGround } from './person-view.ts'
import { listPlaces } from './places.ts'
import { oneLine, readForm } from './read-form.ts'

const PAGE = 50

/** Sent by POST: a name that is looked for is not written into an address. */
const form = z.object({
  words: oneLine(100),
  former: oneLine(5).transform((text) => text === 'yes'),
  after: z.uuid().optional().catch(undefined),
})

type Search = z.output<typeof form>

export function showAccounts(system: System): Page {
  return (request, response) =>
    sendAccounts(system, request, response, { words: '', former: false })
}

export function searchAccounts(system: System): Page {
  return (request, response) => {
    const { values } = readForm(request, form)
    return sendAccounts(system, request, response, values ?? { words: '', former: false })
  }
}

async function sendAccounts(system: System, request: Request, response: Response, search: Search) {
  const ground = await viewGround(system, response)
  const { t, workplace, day } = ground
  const { administrationId, slug } = workplace
  const [after = null] = search.after ? await listAccounts(system.db, [search.after]) : []
  const people = await listPeople(system.db, {
    administrationId,
    words: search.words,
    day,
    current: !search.former,
    installation: seesInstallation(ground),
    after,
    limit: PAGE + 1,
  })
  const page = people.slice(0, PAGE)
  const view = {
    title: t('people.accounts.title'),
    notice: noticeOf(request, t),
    words: search.words,
    former: search.former,
    people: page.map((person) => personRow(person, ground)),
    next: people.length > PAGE ? (page.at(-1)?.accountId ?? null) : null,
    urls: {
      search: `${accountsUrl(slug)}/busqueda`,
      create: `${accountsUrl(slug)}/nueva`,
      list: `${accountsUrl(slug)}/lista`,
    },
  }
  render(response, 'people/account-list', view, { layout: 'staff' })
}

/** Only its administrators see who administers the whole installation. */
export function seesInstallation({ staff, workplace }: ViewGround): boolean {
  return holds(staff, ['system_admin'], workplace)
}

export async function viewGround(system: System, response: Response): Promise<ViewGround> {
  const { t, lang } = response.locals
  const workplace = requireWorkplace(response)
  return {
    t,
    lang,
    day: localDate(system.clock(), workplace.timeZone),
    staff: requireStaff(response),
    workplace,
    places: await listPlaces(system.db, workplace.administrationId, t),
  }
}
