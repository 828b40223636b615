import { accountNames } from '../../../people/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import { inLanguage } from '../../../regimes/index.ts'
import type { System } from '../../../system.ts'
import { findCriterion } from '../model.ts'
import { readShown } from '../read-shown.ts'
import { elementView } from './element-view.ts'
import { enterCentre } from './evaluation-room.ts'
import { questionOf } from './question-of.ts'

/** One criterion: each evidence with its elements, what shows them, and what is missing. */
export function showCriterion(system: System): Page {
  return async (request, response) => {
    const room = await enterCentre(system, request, response)
    const { own, lang, there, urls, t } = room
    const criterion = findCriterion(own.model, request.params['criterionId'])
    if (!criterion) throw new NotFound()
    const shown = await readShown(system, own.model, questionOf(room))
    const owners = [...shown.values()].flatMap(({ tasks }) => tasks.map(({ ownerId }) => ownerId))
    const names = await accountNames(system.db, owners)
    const model = {
      title: inLanguage(criterion.name, lang),
      about: inLanguage(criterion.about, lang),
      where: t('improvements-evaluation.where', { centre: room.centre.name, year: room.year }),
      backUrl: there(urls.home),
      evidences: criterion.evidences.map((evidence) => ({
        id: evidence.id,
        name: inLanguage(evidence.name, lang),
        nature: t(`improvements-evaluation.nature.${evidence.nature}`),
        reach: t(`improvements-evaluation.reach.${evidence.reach}`),
        elements: evidence.elements.flatMap(({ id }) => {
          const one = shown.get(id)
          return one ? [elementView(one, room, names)] : []
        }),
      })),
    }
    render(response, 'improvements/evaluation/criterion', model, { layout: 'staff' })
  }
}
