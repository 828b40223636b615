import type { Request, Response } from 'express'
import { z } from 'zod'
import { listTotals } from '../../../attentions/index.ts'
import { listContacts, listHolders } from '../../../people/index.ts'
import { addDays } from '../../../platform/dates.ts'
import { NotAllowed, type FieldProblem } from '../../../platform/errors.ts'
import { formatNumber } from '../../../platform/i18n/index.ts'
import {
  day,
  formAgain,
  line,
  numberWithin,
  optionalDay,
  optionalLine,
  readForm,
  render,
  sending,
  showing,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { improvers } from '../../improvement-policy.ts'
import { enterRoom, type ImprovementRoom } from '../../pages/room.ts'
import { listTasks } from '../../tasks/index.ts'
import { assessService, noteMean } from '../actions/note-digital.ts'
import { LEVELS, MEANS, REQUIREMENT_OF } from '../digital.ts'
import { listAssessments, listSightings } from '../digital-store.ts'
import { digitalUrls } from './urls.ts'

const levelForm = z.object({
  service: line(60),
  level: numberWithin(0, 4),
  assessedOn: day,
  evidence: line(400),
  action: optionalLine(300),
  owner: optionalLine(60),
  dueOn: optionalDay,
})
const meanForm = z.object({
  centreId: line(60),
  mean: z.enum(MEANS, 'required'),
  isThere: z.enum(['yes', 'no'], 'required'),
  seenOn: day,
  seenProof: line(400),
})

const digitalisationPage = (system: System): FormPage<ImprovementRoom> => ({
  enter: (request, response) => enterRoom(system, response, request),
  show: (...shown) => show(system, ...shown),
})

/** How far each service is on line, how often it is asked for, and what each centre has. */
export function showDigitalisation(system: System): Page {
  return showing(digitalisationPage(system))
}

export function sendLevel(system: System): Page {
  return sending(digitalisationPage(system), async (room, request) => {
    if (!room.mayImprove) throw new NotAllowed()
    const { values, problems } = readForm(request, levelForm)
    if (!values) return problems
    const { service: serviceId, level, assessedOn, evidence, action: what, owner, dueOn } = values
    const owners = await ownersOf(system, room)
    const ownerId = owners.find(({ accountId }) => accountId === owner)?.accountId
    const faults: FieldProblem[] = []
    if (room.book.services.every((one) => one.serviceId !== serviceId)) {
      faults.push({ field: 'service', code: 'required' })
    }
    if (assessedOn > room.today) faults.push({ field: 'assessedOn', code: 'later' })
    if (what !== '' && ownerId === undefined) faults.push({ field: 'owner', code: 'required' })
    if (what !== '' && dueOn === null) faults.push({ field: 'dueOn', code: 'required' })
    if (faults.length > 0) return faults
    const action =
      what !== '' && ownerId !== undefined && dueOn !== null ? { what, ownerId, dueOn } : null
    await assessService(system, room.deed, { serviceId, level, assessedOn, evidence }, action)
    return `${digitalUrls(room.slug).digitalisation}?hecho=level`
  })
}

export function sendMean(system: System): Page {
  return sending(digitalisationPage(system), async (room, request) => {
    if (!room.mayImprove) throw new NotAllowed()
    const { values, problems } = readForm(request, meanForm)
    if (!values) return problems
    const { centreId, mean, isThere, seenOn, seenProof } = values
    if (room.centres.every((centre) => centre.centreId !== centreId)) {
      return [{ field: 'centreId', code: 'required' }]
    }
    const seen = { centreId, mean, isThere: isThere === 'yes', seenOn, evidence: seenProof }
    await noteMean(system, room.deed, seen)
    return `${digitalUrls(room.slug).digitalisation}?hecho=mean`
  })
}

async function ownersOf({ db }: System, { deed, today }: ImprovementRoom) {
  const place = { administrationId: deed.administrationId, centreId: null }
  return listContacts(db, await listHolders(db, improvers, place, today))
}

const LOOKED_BACK = 365
const DONE = ['level', 'mean'] as const

async function show(
  system: System,
  room: ImprovementRoom,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, lang, book, today, slug, deed, centres, mayImprove } = room
  const again = formAgain(response, problems, 'improvements-digitalisation.problems')
  const { administrationId } = deed
  const { db } = system
  const urls = digitalUrls(slug)
  const assessments = await listAssessments(db, administrationId, today)
  const sightings = await listSightings(db, administrationId)
  const tasks = (await listTasks(db, administrationId, {})).filter(
    ({ origin }) => origin === 'digitalisation',
  )
  const from = addDays(today, -LOOKED_BACK)
  const totals = await listTotals(db, { administrationId, from, until: today })
  const attendedOf = (serviceId: string) => {
    const own = totals.filter((total) => total.serviceId === serviceId)
    if (own.length === 0) return t('improvements-digitalisation.not_counted')
    return formatNumber(
      own.reduce((sum, { attended }) => sum + attended, 0),
      lang,
    )
  }
  const done = DONE.find((each) => each === request.query.hecho)
  const owners = mayImprove ? await ownersOf(system, room) : []
  const choose = { value: '', text: t('improvements-digitalisation.choose') }
  const levelName = (level: number) => t(`improvements-digitalisation.level.${level}`)
  const model = {
    title: t('improvements-digitalisation.title'),
    ...again,
    done: done ? t(`improvements-digitalisation.done.${done}`) : null,
    today,
    services: book.services.map(({ serviceId, name }) => {
      const own = assessments.filter((one) => one.serviceId === serviceId)
      const [newest, before] = own
      const raising = tasks.filter((task) => own.some((one) => one.assessmentId === task.originId))
      return {
        name,
        attended: attendedOf(serviceId),
        newest: newest ? { ...newest, name: levelName(newest.level) } : null,
        before: before ? levelName(before.level) : null,
        actions: raising.map(({ what, dueOn, state }) => ({ what, dueOn, state })),
      }
    }),
    centres: centres.map(({ centreId, name }) => ({
      name,
      means: MEANS.map((mean) => ({
        mean,
        requirement: REQUIREMENT_OF[mean],
        seen: sightings.find((one) => one.centreId === centreId && one.mean === mean) ?? null,
      })),
    })),
    levelUrl: mayImprove ? urls.level : null,
    meanUrl: mayImprove ? urls.mean : null,
    choices: {
      services: [
        choose,
        ...book.services.map(({ serviceId, name }) => ({ value: serviceId, text: name })),
      ],
      levels: [choose, ...LEVELS.map((level) => ({ value: level, text: levelName(level) }))],
      owners: [choose, ...owners.map(({ accountId, name }) => ({ value: accountId, text: name }))],
      centres: [choose, ...centres.map(({ centreId, name }) => ({ value: centreId, text: name }))],
      means: [
        choose,
        ...MEANS.map((mean) => ({
          value: mean,
          text: t(`improvements-digitalisation.mean.${mean}`),
        })),
      ],
      isThere: [
        choose,
        { value: 'yes', text: t('improvements-digitalisation.is_there') },
        { value: 'no', text: t('improvements-digitalisation.is_not_there') },
      ],
    },
  }
  render(response, 'improvements/digitalisation/page', model, { layout: 'staff' })
}
