import { inLanguage } from '../../../regimes/index.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { dialable } from './dialable.ts'
import { goToOpenStep } from './question.ts'
import { nextUrl, stepUrl } from './steps.ts'
import { storyStep } from './story-step.ts'
import { openVisit, regimeText } from './visit.ts'

export const HELP_ADDRESS = 'ayuda'

/** Help comes first when the words tell of danger; the way goes on from here. */
export function dangerHelp(system: System): Page {
  return async (request, response) => {
    const visit = await openVisit(system, request, response)
    if (!storyStep.isAnswered(visit)) return goToOpenStep(request, response, visit)
    const { emergency } = visit.rules.administration.contact
    render(response, 'cases/filing/danger', {
      title: visit.t('filing.danger.title'),
      backUrl: stepUrl(visit, storyStep.address),
      texts: [
        emergency.text && inLanguage(emergency.text, visit.language),
        regimeText(visit, 'danger_help')?.text,
      ].filter(Boolean),
      phones: emergency.phones.map(({ number, name }) => ({
        ...dialable(number),
        name: inLanguage(name, visit.language),
      })),
      nextUrl: nextUrl(storyStep, visit),
    })
  }
}
