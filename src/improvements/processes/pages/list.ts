import type { Request, Response } from 'express'
import { z } from 'zod'
import { Invalid, NotAllowed, type FieldProblem } from '../../../platform/errors.ts'
import { formErrors, line, readForm, render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { centreChoice, enterRoom, type ImprovementRoom } from '../../pages/room.ts'
import { beginProcess } from '../actions/write-process.ts'
import { listProcesses } from '../process-store.ts'
import { activitiesOf } from '../step.ts'
import { listVersions } from '../version-store.ts'
import { placeNameOf, serviceNameOf } from './room.ts'
import { processUrls } from './urls.ts'

/** The processes of a centre, and those that are of all of them. */
export function showProcesses(system: System): Page {
  return async (request, response) => {
    await show(system, response, await enterRoom(system, response, request), [])
  }
}

export function sendProcess(system: System): Page {
  return async (request: Request, response: Response) => {
    const room = await enterRoom(system, response, request)
    if (!room.mayImprove) throw new NotAllowed()
    const { values, problems } = readForm(request, z.object({ service: line(80) }))
    if (!values) return show(system, response, room, problems)
    const service = servicesOf(room).find(({ serviceId }) => serviceId === values.service)
    if (!service) return show(system, response, room, [{ field: 'service', code: 'required' }])
    try {
      const { centreId } = room.place
      const begun = { centreId, serviceId: service.serviceId }
      const processId = await beginProcess(system, room.deed, begun)
      response.redirect(303, processUrls(room.slug).draft(processId))
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      await show(system, response, room, error.problems)
    }
  }
}

function servicesOf({ book, centre }: ImprovementRoom) {
  if (!centre) return book.services
  return book.services.filter(({ serviceId }) => centre.serviceIds.includes(serviceId))
}

async function show(
  system: System,
  response: Response,
  room: ImprovementRoom,
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
    error: problems.length > 0,
    errors: formErrors(response, problems, 'improvements-processes.problems'),
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
  const status = problems.length > 0 ? 422 : 200
  render(response, 'improvements/processes/list', model, { layout: 'staff', status })
}
