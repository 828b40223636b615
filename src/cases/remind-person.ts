import { getRegimeVersion } from '../regimes/index.ts'
import { findRating } from './rating-store.ts'
import { stepRules } from './step-rules.ts'
import { tellPerson, type Telling } from './tell.ts'

/** Who filed is reminded of what only they can do, as long as it is still to be done. */
export async function remindPerson(telling: Telling, step: string): Promise<void> {
  const { state } = telling.item
  if (step === 'correction' && state === 'awaiting_correction') {
    await tellPerson(telling, 'information_reminder')
  }
  if (step === 'close' && state === 'notified' && (await mayBeAsked(telling))) {
    await tellPerson(telling, 'rating_invitation')
  }
}

async function mayBeAsked({ tx, item, today }: Telling): Promise<boolean> {
  const regime = await getRegimeVersion(tx, item.regimeCode, item.regimeVersion)
  if (!stepRules(regime, item.kind, today).isOn('rate')) return false
  return (await findRating(tx, item.administrationId, item.caseId)) === null
}
