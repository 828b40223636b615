import type { TellOfCase } from '../../../cases/index.ts'
import type { System } from '../../../system.ts'
import { mayImprove } from '../../improvement-policy.ts'
import { listProjects } from '../project-store.ts'
import { projectUrls } from '../urls.ts'

/** Beside a case, for whoever improves there: the projects that came of it, or the short road to one. */
export function tellShortRoad({ db }: Pick<System, 'db'>): TellOfCase {
  return async ({ item, viewer, slug, t }) => {
    const { administrationId, caseId, caseNumber } = item
    if (item.restricted !== null || !mayImprove(viewer.staff, item)) return null
    const urls = projectUrls(slug)
    const projects = await listProjects(db, administrationId, { caseId })
    const lines = projects.map(({ projectId, title, state }) => ({
      text: title,
      href: urls.project(projectId),
      detail: t(`improvements-projects.state.${state}`),
    }))
    const begin = {
      text: t('improvements-projects.aside.begin'),
      href: `${urls.short}?caso=${caseNumber}`,
      detail: '',
    }
    return {
      id: 'mejora',
      title: t('improvements-projects.aside.title'),
      intro: t('improvements-projects.aside.intro'),
      groups: [{ title: null, lines: lines.length > 0 ? lines : [begin], note: null }],
    }
  }
}
