import { localDate } from '../../platform/dates.ts'
import { getAdministration } from '../../administrations/index.ts'
import { listProjects } from '../projects/index.ts'
import type { TellProofs } from '../proof.ts'
import { toldUrls } from './urls.ts'
import { listTold } from './told-store.ts'

/** Each project of the place that was told back in the year. */
export const tellToldProofs: TellProofs = async (db, question) => {
  const { administrationId, centreId, slug, year, t } = question
  const { timeZone } = await getAdministration(db, administrationId)
  const projects = await listProjects(db, administrationId, { states: ['verified'] })
  const told = await listTold(db, administrationId)
  return told.flatMap(({ projectId, toldAt, people }) => {
    const project = projects.find((each) => each.projectId === projectId)
    const on = localDate(toldAt, timeZone)
    if (!project || project.centreId !== centreId || !on.startsWith(String(year))) return []
    return [
      {
        key: 'told.people' as const,
        title: t('improvements-told.proof', { title: project.title, count: people }),
        on,
        href: toldUrls(slug).one(project.number),
        state: 'proved' as const,
        lacks: [],
        papers: [],
      },
    ]
  })
}
