import { whyClosed } from '../../../administrations/index.ts'
import { findBook } from '../../../cases/index.ts'
import { listCalendarLayers } from '../../../deadlines/index.ts'
import { listHolders } from '../../../people/index.ts'
import { noErrors, render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { organisationUrl } from '../../organisation/pages/urls.ts'
import { knownYears } from '../../pages/days-view.ts'
import { enterRoom, type Room } from '../../pages/room.ts'
import { newAdministrationUrl } from './urls.ts'
import { startUpSteps, type StartUpStep } from '../start-up.ts'

/** What is done and what is missing until the first person can file; each step leads to its page. */
export function showStartUp(system: System): Page {
  return async (_request, response) => {
    const room = await enterRoom(system, response)
    const { t, book, today } = room
    const steps = startUpSteps({ book, today, ...(await whatIsThere(system, room)) })
    const model = {
      title: t('founding.title'),
      errors: noErrors,
      notice: null,
      mayOpen: whyClosed(book, today).every(({ reason }) => reason === 'not_opened'),
      urls: room.urls,
      steps: steps.map(({ step, state }) => ({
        state,
        title: t(`founding.steps.${step}.title`),
        text: t(`founding.steps.${step}.text`),
        word: t(`founding.states.${state}`),
        href: placeOf(room, step),
        opens: step === 'opening' && state === 'next',
      })),
      newUrl: room.staff.grants.some(({ role }) => role === 'system_admin')
        ? newAdministrationUrl
        : null,
      done: steps.filter(({ state }) => state === 'done').length,
    }
    render(response, 'installation/founding/start-up', model, { layout: 'staff' })
  }
}

async function whatIsThere({ db }: System, { book, deed, today }: Room) {
  const { administrationId } = deed
  const place = { administrationId, centreId: null, unitId: null }
  const years = knownYears(await listCalendarLayers(db, book.administration.calendarCode))
  const filed = await findBook(db, administrationId)
  return {
    hasManager: (await listHolders(db, ['claims_manager'], place, today)).length > 0,
    lastYearOfDays: years.at(-1) ?? null,
    hasCases: (filed?.filings ?? 0) > 0,
  }
}

function placeOf({ slug, urls }: Room, step: StartUpStep): string | null {
  const organisation = organisationUrl(slug)
  switch (step) {
    case 'units':
      return `${organisation}#unit`
    case 'services':
      return `${organisation}#service`
    case 'centres':
      return `${organisation}#centre`
    case 'people':
      return `/personal/${slug}/cuentas`
    case 'terms':
      return urls.rules
    case 'days':
      return urls.days
    case 'look':
      return `${organisation}/identidad`
    case 'opening':
      return null
    case 'first_filing':
      return `/${slug}/nuevo`
  }
}
