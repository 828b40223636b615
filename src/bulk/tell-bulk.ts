import { transitionOf, type TellBulk } from '../cases/index.ts'
import { holdsWithin, type Role, type Staff } from '../people/index.ts'
import { BULK_STEPS, type BulkStepName } from './bulk-step.ts'
import { STEPS } from './bulk-steps.ts'

export const bulkPath = '/personal/:slug/en-lote'

/** The steps that somebody's roles could take; of each case its own policy is asked. */
export function stepsFor(staff: Staff, administrationId: string): BulkStepName[] {
  return BULK_STEPS.filter((name) => {
    const by = STEPS[name].actions.flatMap((action) => transitionOf(action).by)
    const roles = by.filter((who): who is Role => who !== 'person' && who !== 'system')
    return holdsWithin(staff, roles, administrationId)
  })
}

export const tellBulk: TellBulk = ({ staff, administrationId, slug, t }) => {
  const steps = stepsFor(staff, administrationId)
  if (steps.length === 0) return null
  return {
    action: bulkPath.replace(':slug', slug),
    steps: steps.map((value) => ({ value, text: t(`bulk.step.${value}.name`) })),
  }
}
