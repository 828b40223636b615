import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Centre } from '../../../administrations/index.ts'
import { assignedTo, listColleagues, reaching, type Colleague } from '../../../people/index.ts'
import { NotAllowed, NotFound, type FieldProblem } from '../../../platform/errors.ts'
import {
  formErrors,
  numberWithin,
  readForm,
  render,
  sending,
  showing,
  ticked,
  typedIn,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { centreChoice, enterRoom, type ImprovementRoom } from '../../pages/room.ts'
import { signCharter, writeCharter } from '../actions/keep-charter.ts'
import {
  FREQUENCIES,
  likelyRole,
  TEAM_ROLES,
  type Charter,
  type CharterMember,
} from '../charter.ts'
import { listCharters } from '../charter-store.ts'
import { drawCharter } from '../draw-papers.ts'
import { lacksOf } from '../lacks.ts'
import { teamUrls } from '../urls.ts'

const writing = z.object({
  from: numberWithin(0, 10_000),
  meets: z.enum(FREQUENCIES, 'required'),
  keepsOrder: ticked,
})

interface Entered {
  room: ImprovementRoom
  year: number
  charters: readonly Charter[]
  colleagues: readonly Colleague[]
  assigned: readonly Colleague[]
}

function teamPage(system: System): FormPage<Entered> {
  return {
    enter: (request, response) => enter(system, request, response),
    show,
  }
}

/** The charter of the year, what it lacks, who accepted it, and the next version. */
export function showTeam(system: System): Page {
  return showing(teamPage(system))
}

export function sendCharter(system: System): Page {
  return sending(teamPage(system), async (entered, request) => {
    const { room, year } = entered
    const centreId = centreToChange(room)
    const { values, problems } = readForm(request, writing)
    if (!values) return problems
    const { members, missing } = readMembers(entered, request)
    if (missing.length > 0) return missing
    await writeCharter(system, room.deed, { centreId, year, members, ...values })
    return room.here(teamUrls(room.slug).team)
  })
}

export function sendSignature(system: System): Page {
  return sending(teamPage(system), async ({ room, charters }) => {
    const [newest] = charters
    if (!newest) throw new NotFound()
    await signCharter(system, room.deed, { charterId: newest.charterId, on: room.today })
    return room.here(teamUrls(room.slug).team)
  })
}

export function serveCharter(system: System): Page {
  return async (request, response) => {
    const { room, charters, year } = await enter(system, request, response)
    const [newest] = charters
    if (!newest || !room.centre) throw new NotFound()
    const { t, lang, book, centre } = room
    const words = { t, lang, administration: book.administration.name, centre: centre.name }
    const bytes = await drawCharter(words, newest, { withNames: true })
    response.attachment(`acta-${year}-v${newest.version}.pdf`).type('application/pdf')
    response.set('Cache-Control', 'private, no-store').send(bytes)
  }
}

async function enter(system: System, request: Request, response: Response): Promise<Entered> {
  const room = await enterRoom(system, response, request)
  const { administrationId } = room.deed
  const year = Number(room.today.slice(0, 4))
  const colleagues = await listColleagues(system.db, administrationId, room.today)
  const centreId = room.centre?.centreId ?? null
  return {
    room,
    year,
    charters: centreId ? await listCharters(system.db, { administrationId, centreId, year }) : [],
    colleagues,
    assigned: centreId ? assignedTo(colleagues, centreId) : [],
  }
}

function centreToChange({ centre, mayImprove }: ImprovementRoom): string {
  if (!centre || !mayImprove) throw new NotAllowed()
  return centre.centreId
}

/** Everybody of the centre, and of those who reach it whoever evaluates or improves. */
function candidates({ colleagues, assigned, room }: Entered): readonly Colleague[] {
  const others = reaching(colleagues, room.place.centreId).filter(
    ({ accountId, posts }) =>
      assigned.every((one) => one.accountId !== accountId) &&
      posts.some(({ role }) => role === 'evaluator' || role === 'improvement_owner'),
  )
  return [...assigned, ...others]
}

/** What the directory of officials calls the person, else the name of their role. */
function postOf({ book, t }: ImprovementRoom, { accountId, posts }: Colleague): string {
  const official = book.officials.find((one) => one.accountId === accountId)
  const [post] = posts
  return official?.post ?? (post ? t(`people.roles.${post.role}`) : '')
}

function readMembers(entered: Entered, request: Request) {
  const { room, assigned } = entered
  const typed = typedIn(request)
  const members: Omit<CharterMember, 'signedOn'>[] = []
  const missing: FieldProblem[] = []
  for (const colleague of candidates(entered)) {
    const { accountId, name } = colleague
    const teamRole = TEAM_ROLES.find((role) => role === typed(`role-${accountId}`))
    const duties = typed(`duties-${accountId}`).trim().slice(0, 600)
    const isAssigned = assigned.some((one) => one.accountId === accountId)
    if (!teamRole && isAssigned) missing.push(faultIn(`role-${accountId}`, 'role_missing', name))
    if (!teamRole) continue
    if (duties === '') missing.push(faultIn(`duties-${accountId}`, 'duties_missing', name))
    else members.push({ accountId, name, post: postOf(room, colleague), teamRole, duties })
  }
  if (members.length === 0 && missing.length === 0) {
    missing.push({ field: 'meets', code: 'nobody', text: 'improvements-team.problems.nobody' })
  }
  return { members, missing }
}

const faultIn = (field: string, code: string, name: string): FieldProblem => ({
  field,
  code,
  values: { name },
  text: `improvements-team.problems.${code}`,
})

function show(
  entered: Entered,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): void {
  const { room, charters, year, colleagues, assigned } = entered
  const { t, slug, deed, centre } = room
  const urls = teamUrls(slug)
  const [newest] = charters
  const error = problems.length > 0
  const typed = typedIn(request)
  const own = newest?.members.find(({ accountId }) => accountId === deed.accountId)
  const rows = candidates(entered).map((colleague) => {
    const { accountId, name } = colleague
    const before = newest?.members.find((member) => member.accountId === accountId)
    const isAssigned = assigned.some((one) => one.accountId === accountId)
    const role = before?.teamRole ?? (isAssigned || !newest ? likelyRole(colleague) : '')
    const teamRole = error ? typed(`role-${accountId}`) : role
    const likely = t(`improvements-team.usual_duties.${role || 'operative'}`)
    return {
      ...{ accountId, name, isAssigned, teamRole, post: postOf(room, colleague) },
      duties: error ? typed(`duties-${accountId}`) : (before?.duties ?? likely),
    }
  })
  const model = {
    title: t('improvements-team.title', { year }),
    error,
    errors: formErrors(response, problems, 'improvements-team.problems'),
    choice: centreChoice(room, urls.team),
    centre: centre satisfies Centre | null,
    newest: newest ?? null,
    older: charters.slice(1),
    timeZone: room.book.administration.timeZone,
    lacks: newest ? lacksOf(t, newest, { assigned, colleagues }, byName) : [],
    signUrl: own?.signedOn === null ? room.here(urls.signature) : null,
    paperUrl: newest ? room.here(urls.charterPaper) : null,
    meetingsUrl: room.here(urls.meetings),
    action: centre && room.mayImprove ? room.here(urls.team) : null,
    rows,
    roles: TEAM_ROLES.map((role) => ({ value: role, text: t(`improvements-team.roles.${role}`) })),
    frequencies: FREQUENCIES.map((meets) => ({
      value: meets,
      text: t(`improvements-team.frequency.${meets}`),
    })),
    meets: error ? typed('meets') : (newest?.meets ?? 'monthly'),
    keepsOrder: error ? typed('keepsOrder') === 'yes' : (newest?.keepsOrder ?? true),
    from: newest?.version ?? 0,
  }
  const options = { layout: 'staff', status: error ? 422 : 200 } as const
  render(response, 'improvements/team/team', model, options)
}

const byName = (people: readonly { name: string }[]) => people.map(({ name }) => name).join(', ')
