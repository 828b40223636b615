import type { Request, Response } from 'express'
import { z } from 'zod'
import { listColleagues } from '../../../people/index.ts'
import { NotAllowed, NotFound, type FieldProblem } from '../../../platform/errors.ts'
import {
  formErrors,
  idIn,
  numberWithin,
  readForm,
  render,
  sending,
  showing,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { evidencePanel, listEvidence, takeEvidence } from '../../evidence/index.ts'
import { mayImprove } from '../../improvement-policy.ts'
import { enterRoom, type ImprovementRoom } from '../../pages/room.ts'
import { countOnPaper } from '../actions/disseminate.ts'
import { coverageOf, REQUIREMENT_OF, type Dissemination } from '../dissemination.ts'
import { getDissemination, listReadings } from '../dissemination-store.ts'
import { disseminationUrls } from '../urls.ts'

interface Entered {
  room: ImprovementRoom
  one: Dissemination
  mayChange: boolean
}

const onPaper = z.object({ people: numberWithin(0, 10_000) })

function onePage(system: System): FormPage<Entered> {
  return {
    enter: (request, response) => enter(system, request, response),
    show: (...shown) => show(system, ...shown),
  }
}

/** Who of the staff read it, who is missing, who came since, and what proves it. */
export function showDissemination(system: System): Page {
  return showing(onePage(system))
}

export function sendOnPaper(system: System): Page {
  return sending(onePage(system), async ({ room, one, mayChange }, request) => {
    if (!mayChange) throw new NotAllowed()
    const { values, problems } = readForm(request, onPaper)
    if (!values) return problems
    const { disseminationId } = one
    await countOnPaper(system, room.deed, { disseminationId, ...values })
    return disseminationUrls(room.slug).one(disseminationId)
  })
}

export function sendDisseminationEvidence(system: System): Page {
  return sending(onePage(system), async ({ room, one, mayChange }, request) => {
    if (!mayChange) throw new NotAllowed()
    const { deed, today } = room
    const { disseminationId, centreId } = one
    const about = { kind: 'dissemination', id: disseminationId } as const
    const problems = await takeEvidence(system, request, { deed, today, centreId, about })
    return problems.length > 0 ? problems : disseminationUrls(room.slug).one(disseminationId)
  })
}

async function enter(system: System, request: Request, response: Response): Promise<Entered> {
  const room = await enterRoom(system, response, request)
  const { administrationId } = room.deed
  const one = await getDissemination(system.db, administrationId, idIn(request, 'disseminationId'))
  const isSeen =
    one.centreId === null || room.centres.some(({ centreId }) => centreId === one.centreId)
  if (!isSeen) throw new NotFound()
  return { room, one, mayChange: mayImprove(room.staff, one) }
}

async function show(
  { db }: System,
  { room, one, mayChange }: Entered,
  _request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, slug, today, book } = room
  const { administrationId, disseminationId } = one
  const urls = disseminationUrls(slug)
  const all = await listColleagues(db, administrationId, today)
  // the head of a centre answers for its own people
  const isTheirs = (centreId: string | null) =>
    room.seesAll || room.centres.some((centre) => centre.centreId === centreId)
  const colleagues = all.filter(({ posts }) => posts.some((post) => isTheirs(post.centreId)))
  const readings = (await listReadings(db, administrationId, [disseminationId])).get(
    disseminationId,
  )
  const items = await listEvidence(db, administrationId, {
    kind: 'dissemination',
    id: disseminationId,
  })
  const error = problems.length > 0
  const { timeZone } = book.administration
  const model = {
    title: one.title,
    error,
    errors: formErrors(response, problems, 'improvements-dissemination.problems'),
    backUrl: urls.list,
    one,
    requirement: REQUIREMENT_OF[one.subject] ?? '',
    where: (one.centreId && book.names.get(one.centreId)) ?? t('improvements.all_centres'),
    audience: one.audience.map((role) => t(`people.roles.${role}`)).join(', '),
    coverage: coverageOf(one, colleagues, readings ?? [], timeZone),
    panel: evidencePanel(
      slug,
      { items },
      {
        action: mayChange ? urls.evidence(disseminationId) : null,
        back: urls.one(disseminationId),
      },
    ),
    paperUrl: mayChange ? urls.paper(disseminationId) : null,
  }
  const options = { layout: 'staff', status: error ? 422 : 200 } as const
  render(response, 'improvements/dissemination/one', model, options)
}
