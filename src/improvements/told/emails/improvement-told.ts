import { getAdministration } from '../../../administrations/index.ts'
import { listCasesToTell } from '../../../cases/index.ts'
import { defineEmail, registerEmail, type EmailModel } from '../../../notices/index.ts'
import { translator } from '../../../platform/i18n/index.ts'
import { findIndicator, sayEffect } from '../../effect/index.ts'
import { getProject } from '../../projects/index.ts'
import { IMPROVEMENT_TOLD } from '../actions/tell-people.ts'
import { findTold } from '../told-store.ts'
import { inTheir } from '../in-their-language.ts'
import { toldUrls } from '../urls.ts'

/** To a person whose case motivated a project: what they said, what was done, what came of it. */
interface ImprovementTold {
  caseNumber: string
  said: string
  did: string
  effect: string | null
  address: string
}

export const improvementTold = defineEmail<ImprovementTold>({
  template: IMPROVEMENT_TOLD,
  view: 'improvements/told',
  name: (t) => t('improvements-told.email.name'),
  subject: (t, { caseNumber }) => t('improvements-told.email.subject', { caseNumber }),
  sample: (t) => ({
    caseNumber: 'DEMO-2026-000123',
    said: t('improvements-told.email.sample_said'),
    did: t('improvements-told.email.sample_did'),
    effect: null,
    address: 'https://libro.example.org/demo/mejoras/1',
  }),
})

/** Null once the person no longer agrees, or had it erased. */
const model: EmailModel<ImprovementTold> = async ({ db, config }, notice) => {
  const { administrationId, caseId, details, language } = notice
  const { projectId } = details
  if (caseId === null || typeof projectId !== 'string') return null
  const which = { administrationId, projectId }
  const told = await findTold(db, which)
  const [person] = await listCasesToTell(db, administrationId, [caseId])
  if (!told || !person) return null
  const { slug } = await getAdministration(db, administrationId)
  const { number } = await getProject(db, which)
  const indicator = await findIndicator(db, which)
  const effect = indicator && sayEffect(indicator, translator(language), language)
  return {
    caseNumber: person.caseNumber,
    said: inTheir(told.said, language),
    did: inTheir(told.did, language),
    effect: effect && `${effect.title}. ${effect.sentence}`,
    address: new URL(toldUrls(slug).one(number), config.baseUrl).href,
  }
}

export function registerToldEmails(): void {
  registerEmail(improvementTold, model)
}
