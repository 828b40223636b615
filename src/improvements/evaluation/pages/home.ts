import { listStrata } from '../../../administrations/index.ts'
import { listTotals } from '../../../attentions/index.ts'
import { accountNames } from '../../../people/index.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import { NotAllowed, NotFound } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { centreChoice } from '../../pages/room.ts'
import { beginEvaluation } from '../actions/conduct-evaluation.ts'
import { EVALUATION_KINDS } from '../evaluation.ts'
import { mayEvaluate, mayKeepModel } from '../evaluation-policy.ts'
import { listEvaluations } from '../evaluation-store.ts'
import { readShown } from '../read-shown.ts'
import { compareCentres } from './compare-view.ts'
import { enterCentre, enterEvaluation, type EvaluationRoom } from './evaluation-room.ts'
import { evaluationLines, evolution, standOfCriteria } from './home-view.ts'
import { questionOf } from './question-of.ts'

/** A centre's year as an evaluator would find it; without a centre, all of them side by side. */
export function showEvaluation(system: System): Page {
  return async (request, response) => {
    const room = await enterEvaluation(system, request, response)
    const model = room.centre
      ? await centreModel(system, room)
      : { comparison: await comparison(system, room) }
    const view = { ...frame(room), ...model }
    render(response, 'improvements/evaluation/home', view, { layout: 'staff' })
  }
}

/** One of a kind is open in a centre at a time; the open one is where the work goes on. */
export function sendBeginning(system: System): Page {
  return async (request, response) => {
    const room = await enterCentre(system, request, response)
    const { kind: asked } = (request.body ?? {}) as Record<string, unknown>
    const kind = EVALUATION_KINDS.find((one) => one === asked)
    if (!kind) throw new NotFound()
    if (!mayEvaluate(room.staff, kind, room.place)) throw new NotAllowed()
    const { centreId } = room.centre
    const begun = { centreId, year: room.year, kind }
    const evaluationId = await beginEvaluation(system, room.deed, begun)
    response.redirect(303, room.there(room.urls.evaluation(evaluationId)))
  }
}

function frame(room: EvaluationRoom) {
  const { t, urls, year, own, staff, deed, here } = room
  return {
    title: t('improvements-evaluation.title'),
    year,
    years: [year - 1, year + 1].map((each) => ({
      text: String(each),
      href: here(`${urls.home}?anio=${each}`),
    })),
    choice: centreChoice(room, urls.home),
    centreName: room.centre?.name ?? null,
    isAdopted: own !== null,
    modelUrl: urls.model,
    mayKeepModel: mayKeepModel(staff, deed.administrationId),
    comparison: null,
    criteria: [],
    evaluations: [],
    evolution: null,
    begin: [],
    beginUrl: room.there(urls.begin),
  }
}

async function centreModel(system: System, room: EvaluationRoom) {
  const { centre, own, deed, staff, place, t } = room
  if (!centre || !own) return {}
  const inCentre = { ...room, centre, own }
  const shown = await readShown(system, own.model, questionOf(inCentre))
  const all = await listEvaluations(system.db, deed.administrationId, centre.centreId)
  const ofYear = all.filter(({ year }) => year === room.year)
  const names = await accountNames(
    system.db,
    ofYear.map(({ signedBy, begunBy }) => signedBy ?? begunBy),
  )
  const open = ofYear.filter(({ state }) => state === 'open')
  const free = EVALUATION_KINDS.filter((kind) => open.every((one) => one.kind !== kind))
  return {
    criteria: standOfCriteria(inCentre, shown),
    evaluations: evaluationLines(ofYear, inCentre, names),
    evolution: evolution(all, inCentre),
    begin: free
      .filter((kind) => mayEvaluate(staff, kind, place))
      .map((kind) => ({ kind, text: t(`improvements-evaluation.begin.${kind}`) })),
  }
}

async function comparison(system: System, room: EvaluationRoom) {
  const { deed, year } = room
  const { administrationId } = deed
  const period = { administrationId, from: `${year}-01-01`, until: `${year}-12-31` }
  const totals = await listTotals(system.db, period)
  const evaluations = await listEvaluations(system.db, administrationId)
  const strata = (await listStrata(system.db, [administrationId])).get(administrationId) ?? []
  return compareCentres(room, { totals, strata, evaluations })
}
