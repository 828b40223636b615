import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import { z } from 'zod'
import { accountNames, listHolders } from '../../../people/index.ts'
import type { T } from '../../../platform/i18n/index.ts'
import { NotAllowed, NotFound, type FieldProblem } from '../../../platform/errors.ts'
import {
  day,
  formAgain,
  line,
  numberWithin,
  optionalLine,
  readForm,
  render,
  sending,
  sendingForm,
  showing,
  typedIn,
  words,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { corruptionRulesOn, inLanguage } from '../../../regimes/index.ts'
import { improvers } from '../../improvement-policy.ts'
import { centreChoice, enterRoom, type ImprovementRoom } from '../../pages/room.ts'
import { listTasksOfOrigin, planTask, taskUrls } from '../../tasks/index.ts'
import { assessRisk } from '../actions/assess-risk.ts'
import { drawMatrix } from '../draw-matrix.ts'
import { levelOf, matrixOf } from '../risk.ts'
import { listRiskVersions, newestOf } from '../risk-store.ts'
import type { TellSealedFigures } from '../sealed-figures.ts'

const said = (limit: number) => words(limit).pipe(z.string().min(1, 'required'))
const assessed = z.object({
  point: line(200),
  cause: said(1000),
  category: optionalLine(60),
  likelihood: numberWithin(1, 5),
  impact: numberWithin(1, 5),
  control: said(1000),
  ownerId: line(40),
})
const action = z.object({ what: line(400), actionOwnerId: line(40), dueOn: day })

const risksPage = (system: System, tell: TellSealedFigures): FormPage<ImprovementRoom> => ({
  enter: (request, response) => enterRoom(system, response, request),
  show: (...shown) => show(system, tell, ...shown),
})

const risksToWrite = (system: System, tell: TellSealedFigures): FormPage<ImprovementRoom> => ({
  ...risksPage(system, tell),
  enter: (request, response) => enterToWrite(system, request, response),
})

/** Every risk as it was assessed last, where it stands, and what is done about it. */
export function showRisks(system: System, tell: TellSealedFigures): Page {
  return showing(risksPage(system, tell))
}

export function sendRisk(system: System, tell: TellSealedFigures): Page {
  return sendingForm(risksToWrite(system, tell), assessed, async (room, values, request) => {
    if (!(await isOwner(system, room, values.ownerId))) {
      return [{ field: 'ownerId', code: 'unknown' }]
    }
    const category = values.category || null
    if (category !== null && !categoriesOf(room).some(({ value }) => value === category)) {
      return [{ field: 'category', code: 'unknown' }]
    }
    const before = await chosenRisk(system, room, typedIn(request)('riskId'))
    const { centreId } = before ?? room.place
    const riskId = before?.riskId ?? randomUUID()
    const version = (Number(typedIn(request)('version')) || 0) + 1
    const risk = { ...values, category, riskId, version, centreId, assessedOn: room.today }
    await assessRisk(system, room.deed, risk)
    return room.here(`/personal/${room.slug}/riesgos`)
  })
}

export function sendAction(system: System, tell: TellSealedFigures): Page {
  return sending(risksToWrite(system, tell), async (room, request) => {
    const risk = await chosenRisk(system, room, typedIn(request)('originId'))
    if (!risk) throw new NotFound()
    const { values, problems } = readForm(request, action)
    if (!values) return problems
    const { what, actionOwnerId: ownerId, dueOn } = values
    if (!(await isOwner(system, room, ownerId))) {
      return [{ field: 'actionOwnerId', code: 'unknown' }]
    }
    const { administrationId, centreId, riskId: originId } = risk
    const task = { administrationId, centreId, what, ownerId, dueOn, originId }
    await planTask(system, room.deed, { ...task, origin: 'risk' })
    return room.here(`/personal/${room.slug}/riesgos`)
  })
}

async function enterToWrite(system: System, request: Request, response: Response) {
  const room = await enterRoom(system, response, request)
  if (!room.mayImprove) throw new NotAllowed()
  return room
}

async function chosenRisk(system: System, { deed, place }: ImprovementRoom, asked: unknown) {
  if (typeof asked !== 'string' || asked === '') return null
  const versions = await listRiskVersions(system.db, deed.administrationId, place.centreId)
  const found = versions.find(({ riskId }) => riskId === asked)
  if (!found) throw new NotFound()
  return found
}

/** The same under which reports of corruption are counted. */
function categoriesOf({ book, today, lang }: ImprovementRoom) {
  const { corruption } = book.regime
  const categories = corruption ? corruptionRulesOn(corruption, today).categories : []
  return categories.map(({ code, label }) => ({ value: code, text: inLanguage(label, lang) }))
}

function sayReports(
  { period, categories }: NonNullable<Awaited<ReturnType<TellSealedFigures>>>,
  category: string,
  t: T,
): string {
  const [year = '', half = ''] = period.split('-S')
  const count = categories.get(category) ?? null
  return count === null
    ? t('improvements-risks.reports_few', { year, half })
    : t('improvements-risks.reports', { count, year, half })
}

async function ownersOf(system: System, { place, today }: ImprovementRoom) {
  const ids = await listHolders(system.db, improvers, place, today)
  return [...(await accountNames(system.db, ids))].map(([value, text]) => ({ value, text }))
}

async function isOwner(system: System, room: ImprovementRoom, accountId: string) {
  return (await ownersOf(system, room)).some(({ value }) => value === accountId)
}

async function show(
  system: System,
  tell: TellSealedFigures,
  room: ImprovementRoom,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, slug, deed, place, here, mayImprove, staff } = room
  const again = formAgain(response, problems, 'improvements-risks.problems')
  const { typed } = again
  const home = `/personal/${slug}/riesgos`
  const versions = await listRiskVersions(system.db, deed.administrationId, place.centreId)
  const risks = newestOf(versions)
  const { administrationId } = deed
  const figures = await tell({ slug, administrationId }, staff, deed.at)
  const categories = categoriesOf(room)
  const ids = risks.map(({ riskId }) => riskId)
  const tasks = await listTasksOfOrigin(system.db, administrationId, 'risk', ids)
  const owners = mayImprove ? await ownersOf(system, room) : []
  const names = await accountNames(
    system.db,
    [...risks, ...tasks].map(({ ownerId }) => ownerId),
  )
  const chosen = await chosenRisk(
    system,
    room,
    again.error ? typed('riskId') : request.query.riesgo,
  )
  const start = (
    field: 'point' | 'cause' | 'category' | 'control' | 'ownerId' | 'likelihood' | 'impact',
  ) => (again.error ? typed(field) : String(chosen?.[field] ?? ''))
  const model = {
    title: t('improvements-risks.title'),
    ...again,
    choice: centreChoice(room, home),
    formUrl: mayImprove ? here(home) : null,
    actionUrl: mayImprove && risks.length > 0 ? here(`${home}/acciones`) : null,
    matrix: matrixOf(risks),
    drawing: drawMatrix(risks, {
      title: t('improvements-risks.matrix'),
      description: t('improvements-risks.matrix_says', {
        count: risks.length,
        high: risks.filter((risk) => levelOf(risk) === 'high').length,
      }),
      likelihood: t('improvements-risks.likelihood'),
      impact: t('improvements-risks.impact'),
    }),
    owners,
    categories: [{ value: '', text: t('improvements-risks.no_category') }, ...categories],
    figuresUrl: figures?.href ?? null,
    chosen,
    start,
    risks: risks.map((risk) => ({
      ...risk,
      level: levelOf(risk),
      category: categories.find(({ value }) => value === risk.category)?.text ?? null,
      reports: figures && risk.category !== null ? sayReports(figures, risk.category, t) : null,
      owner: names.get(risk.ownerId) ?? '',
      href: mayImprove ? here(`${home}?riesgo=${risk.riskId}`) : null,
      earlier: versions.filter(
        ({ riskId, version }) => riskId === risk.riskId && version < risk.version,
      ),
      tasks: tasks
        .filter(({ originId }) => originId === risk.riskId)
        .map(({ taskId, what }) => ({ what, href: taskUrls(slug).task(taskId) })),
    })),
  }
  render(response, 'improvements/risks/register', model, { layout: 'staff' })
}
