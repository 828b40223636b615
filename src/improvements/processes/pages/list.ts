import type { Request, Response } from 'express'
import { z } from 'zod'
import { NotAllowed, type FieldProblem } from '../../../platform/errors.ts'
import {
  formAgain,
  line,
  readForm,
  render,
  sending,
  showing,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { centreChoice, enterRoom, type ImprovementRoom } from '../../pages/room.ts'
import { beginProcess } from '../actions/write-process.ts'
import { listProcesses } from '../process-store.ts'
import { activitiesOf } from '../step.ts'
import { listVersions } from '../version-store.ts'
import { placeNameOf, serviceNameOf } from './room.ts'
import { processUrls } from './urls.ts'

const processesPage = (system: System): FormPage<ImprovementRoom> => ({
  enter: (request, response) => enterRoom(system, response, request),
  show: (...shown) => show(system, ...shown),
})

/** The processes of a centre, and those that are of all of them. */
export function showProcesses(system: System): Page {
  return showing(processesPage(system))
}

export function sendProcess(system: System): Page {
  return sending(processesPage(system), async (room, request) => {
    if (!room.mayImprove) throw new NotAllowed()
    const { values, problems } = readForm(request, z.object({ service: line(80) }))
    if (!values) return problems
    const service = servicesOf(room).find(({ serviceId }) => serviceId === values.service)
    if (!service) return [{ field: 'service', code: 'required' }]
    const begun = { centreId: room.place.centreId, serviceId: service.serviceId }
    return processUrls(room.slug).draft(await beginProcess(system, room.deed, begun))
  })
}

function servicesOf({ book, centre }: ImprovementRoom) {
  if (!centre) return book.services
  return book.services.filter(({ serviceId }) => centre.serviceIds.includes(serviceId))
}

async function show(
  system: System,
  room: ImprovementRoom,
  _request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, slug, deed, place } = room
  const urls = processUrls(slug)
  const processes = await listProcesses(system.db, place)
  const ids = processes.map(({ processId }) => processId)
  const versions = await listVersions(system.db, deed.administrationId, ids)
  const hasOwn = (serviceId: string) =>
    processes.some((one) => one.serviceId === serviceId && one.centreId === place.centreId)
  const open = servicesOf(room).filter(({ serviceId }) => !hasOwn(serviceId))
  const model = {
    title: t('improvements-processes.title'),
    ...formAgain(response, problems, 'improvements-processes.problems'),
    choice: centreChoice(room, urls.processes),
    processes: processes.map((process) => {
      const own = versions.filter(({ processId }) => processId === process.processId)
      const [newest] = own
      return {
        name: serviceNameOf(room, process),
        place: placeNameOf(room, process),
        href: urls.process(process.processId),
        version: newest?.version ?? 1,
        activities: activitiesOf(newest?.steps ?? []).length,
        validatedOn: newest?.validatedOn ?? null,
      }
    }),
    action: room.mayImprove && open.length > 0 ? room.here(urls.processes) : null,
    services: [
      { value: '', text: t('improvements-processes.choose') },
      ...open.map(({ serviceId, name }) => ({ value: serviceId, text: name })),
    ],
  }
  render(response, 'improvements/processes/list', model, { layout: 'staff' })
}
