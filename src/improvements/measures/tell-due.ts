import type { TellDue } from '../due.ts'
import { listInspections } from './inspection-store.ts'
import { measureUrls } from './urls.ts'

/** Inspections as the calendar of the year shows them; corrective actions are tasks. */
export const tellInspectionsDue: TellDue = async (db, question) => {
  const { administrationId, slug, from, until, t } = question
  const inspections = await listInspections(db, administrationId, { from, until })
  return inspections.map(({ inspectionId, plannedOn, centreId, inspectorId, doneOn }) => ({
    id: `inspection-${inspectionId}`,
    on: plannedOn,
    kind: 'inspection' as const,
    title: t('improvements-measures.inspection.name'),
    href: measureUrls(slug).inspection(inspectionId),
    centreId,
    ownerId: inspectorId,
    doneOn,
  }))
}
