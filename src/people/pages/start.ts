import { render, type Page } from '../../platform/web/index.ts'
import { requireStaff, requireWorkplace } from '../guards.ts'
import { landingUrl, rolesWithin } from '../navigation.ts'
import { isOfInstallation } from '../roles.ts'
import { myAccountUrl } from '../urls.ts'

/** Where the person works; who works in one place only goes straight there. */
export const showStart =
  (newPlaceUrl: string): Page =>
  (_request, response) => {
    const { t, sections = [] } = response.locals
    const staff = requireStaff(response)
    const places = staff.workplaces.map((workplace) => ({
      name: workplace.name,
      href: landingUrl(sections, staff, workplace),
      roles: rolesWithin(staff, workplace.administrationId).map((role) =>
        t(`people.roles.${role}`),
      ),
    }))
    const [only] = places
    if (places.length === 1 && only?.href) return response.redirect(303, only.href)
    const isFounder = staff.grants.some(({ role }) => isOfInstallation(role))
    const waits = isFounder ? 'empty' : 'none'
    const view = {
      title: t(places.length > 0 ? 'people.start.title' : 'people.start.welcome'),
      places,
      nothing: t(`people.start.${waits}`),
      newPlaceUrl: isFounder ? newPlaceUrl : null,
      myAccountUrl,
    }
    render(response, 'people/start', view, { layout: 'staff' })
  }

/** `/personal/{slug}`: the first section that the person may open there. */
export const showWorkplace: Page = (_request, response) => {
  const { sections = [] } = response.locals
  const url = landingUrl(sections, requireStaff(response), requireWorkplace(response))
  response.redirect(303, url ?? myAccountUrl)
}
