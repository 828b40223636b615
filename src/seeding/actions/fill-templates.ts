import { randomUUID } from 'node:crypto'
import { getBookRules } from '../../administrations/index.ts'
import { answerTemplateSetting } from '../../answer-templates/index.ts'
import { listHolders } from '../../people/index.ts'
import { localDate } from '../../platform/dates.ts'
import { settle } from '../../settings/index.ts'
import type { System } from '../../system.ts'
import { readTemplatesScript } from '../templates-script.ts'

/** The texts with which the demonstration's staff begin their answers, written by who approves them. */
export async function fillTemplates(system: System, slug: string, now: Date): Promise<void> {
  const { administration } = await getBookRules(system, slug, now)
  const { administrationId, timeZone } = administration
  const today = localDate(now, timeZone)
  const [accountId] = await listHolders(system.db, ['claims_manager'], { administrationId }, today)
  if (accountId === undefined) return
  const { templates } = await readTemplatesScript()
  for (const template of templates) {
    const id = randomUUID()
    const value = { ...template, templateId: id, serviceIds: [], language: null }
    const deed = { administrationId, accountId, at: now }
    await settle(system, deed, answerTemplateSetting, { id, version: 0, value })
  }
}
