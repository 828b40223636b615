import { getBookRules } from '../../../src/administrations/index.ts'
import { adoptModel } from '../../../src/improvements/evaluation/index.ts'
import type { System } from '../../../src/system.ts'
import { accountOf } from '../../surveys/campaigns.ts'

export const MODEL = 'mx-guanajuato-mas'

/** The demonstration's municipality under the model that ships; its first centre. */
export async function adoptInDemo(system: System) {
  const book = await getBookRules(system, 'demo', system.clock())
  const { administrationId } = book.administration
  const accountId = await accountOf(system, 'evaluacion')
  const deed = { administrationId, accountId, at: system.clock() }
  await adoptModel(system, deed, { code: MODEL, reason: 'Acuerdo 4 del comité' })
  return { book, administrationId, deed }
}
