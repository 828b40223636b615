import type { Request, Response } from 'express'
import { z } from 'zod'
import { NotFound, type FieldProblem } from '../../../platform/errors.ts'
import { isId } from '../../../platform/ids.ts'
import {
  formAgain,
  idIn,
  line,
  numberWithin,
  readForm,
  optionalLine,
  render,
  sending,
  sendingForm,
  showing,
  ticks,
  words,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { writeSvg } from '../../charts/index.ts'
import { confirmCases, publishCause, writeRootCause } from '../actions/write-root-cause.ts'
import { listCauses } from '../cause-store.ts'
import { drawFishbone } from '../draw-fishbone.ts'
import { listRootCauses } from '../root-cause-store.ts'
import { BRANCHES, MOST_WHYS, rootOf, stateOfCause } from '../root-cause.ts'
import { CASES_A_PAGE, causedCases } from './caused-cases.ts'
import { readSearch } from './read-search.ts'
import { enterRoom, roomHead, type Room } from './room.ts'

const version = numberWithin(0, 1_000_000)
const searching = z.object({ version })
const finding = z.object({ name: line(240), version })
const findingAgain = z.object({
  same: z.string().refine(isId, 'unknown'),
  name: optionalLine(0),
  version,
})
const confirming = z.object({
  case: ticks(z.string().refine(isId, 'unknown')),
  shown: words(CASES_A_PAGE * 40),
  page: numberWithin(1, 100_000),
})

const causePage = (system: System): FormPage<Room> => ({
  enter: (request, response) => enterRoom(system, request, response),
  show: (...shown) => show(system, ...shown),
})

/** Why people told this: five whys, the fishbone, what was found, and in which cases. */
export function showCause(system: System): Page {
  return showing(causePage(system))
}

export function sendSearch(system: System): Page {
  return sendingForm(causePage(system), searching, async (room, values, request) => {
    const theme = themeIn(request, room)
    await writeRootCause(system, room.deed, theme, { ...readSearch(request), ...values })
    return `${room.urls.cause(theme.codeId)}?hecho=written`
  })
}

export function sendFound(system: System): Page {
  return sending(causePage(system), async (room, request) => {
    const theme = themeIn(request, room)
    const isAgain = Object.hasOwn((request.body ?? {}) as object, 'same')
    const { values, problems } = readForm(request, isAgain ? findingAgain : finding)
    if (!values) return problems
    await publishCause(system, room.deed, theme, values)
    return `${room.urls.cause(theme.codeId)}?hecho=found`
  })
}

export function sendCases(system: System): Page {
  return sendingForm(causePage(system), confirming, async (room, values, request) => {
    const theme = themeIn(request, room)
    const shown = new Set(values.shown.split(' '))
    await confirmCases(system, room.deed, theme, { shown, confirmed: new Set(values.case) })
    const here = `${room.urls.cause(theme.codeId)}?casos=${values.page}`
    return `${here}&hecho=confirmed`
  })
}

function themeIn(request: Request, { corpus: { corpusId } }: Room) {
  return { corpusId, codeId: idIn(request, 'codeId') }
}

const DONE = ['written', 'found', 'confirmed'] as const

async function show(
  system: System,
  room: Room,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, urls, nameOf, mayFind, whose } = room
  const again = formAgain(response, problems, 'findings.problems')
  const { codeId } = themeIn(request, room)
  const told = room.ideas.filter(({ code }) => code === codeId)
  if (told.length === 0) throw new NotFound()
  const search = (await listRootCauses(system.db, whose)).find((each) => each.codeId === codeId)
  const { whys = [], causes = [], causeId = null } = search ?? {}
  const all = await listCauses(system.db, whose.administrationId)
  const cause = all.find((each) => each.causeId === causeId) ?? null
  const done = DONE.find((each) => each === request.query.hecho)
  const branches = BRANCHES.map((branch) => ({
    branch,
    name: t(`findings.branch.${branch}`),
    causes: causes.filter((each) => each.branch === branch),
  }))
  const state = stateOfCause({ whys })
  const model = {
    ...roomHead(room, 'causes'),
    title: t('findings.causes.of_theme', { theme: nameOf(codeId) }),
    theme: nameOf(codeId),
    backUrl: urls.causes,
    ...again,
    done: done ? t(`findings.causes.done.${done}`) : null,
    told: { ideas: told.length, cases: new Set(told.map(({ caseId }) => caseId)).size },
    state,
    root: rootOf({ whys }),
    cause,
    known: cause ? [] : all,
    same: again.typed('same'),
    name: again.typed('name') || cause?.name || (rootOf({ whys }) ?? ''),
    whys: Array.from({ length: MOST_WHYS }, (_, index) => ({
      number: index + 1,
      ...(whys[index] ?? { because: '', evidence: '' }),
    })),
    branches,
    svg: writeSvg(drawFishbone(nameOf(codeId), branches), {
      id: 'fishbone',
      title: t('findings.causes.fishbone'),
      description: branches.map(({ name, causes: found }) => `${name}: ${found.length}`).join('. '),
    }),
    version: search?.version ?? 0,
    mayFind,
    urls: { write: urls.cause(codeId), found: urls.found(codeId), cases: urls.cases(codeId) },
    ...(cause
      ? await causedCases(system, room, { told, cause, asked: request.query.casos })
      : { cases: [] }),
  }
  render(response, 'analysis/findings/cause', model, { layout: 'staff' })
}
