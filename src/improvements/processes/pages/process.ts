import { accountNames } from '../../../people/index.ts'
import { NotAllowed, NotFound } from '../../../platform/errors.ts'
import { numberWithin, readForm, render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { z } from 'zod'
import { beginVersion } from '../actions/write-process.ts'
import { validateProcess } from '../actions/validate-process.ts'
import { validatesAs } from '../process-policy.ts'
import type { ProcessVersion } from '../process.ts'
import { flowView, sayFaults } from './flow-view.ts'
import { enterProcess, type ProcessRoom } from './room.ts'

const DONE = ['written', 'validated', 'begun'] as const

/** One version of a process: what it is for, its steps, its picture, and who declared it good. */
export function showProcess(system: System): Page {
  return async (request, response) => {
    const room = await enterProcess(system, request, response)
    const { t, urls, versions, process, book } = room
    const version = versionAsked(room, request.query.version)
    const people = [version.writtenBy, ...version.validations.map(({ accountId }) => accountId)]
    const names = await accountNames(system.db, people)
    const faults = version.validatedOn === null ? sayFaults(version, room.language, t) : []
    const done = DONE.find((each) => each === request.query.hecho)
    const isNewest = version === versions[0]
    const isDraft = version.validatedOn === null
    const mayWrite = room.mayWrite && isNewest
    const { processId } = process
    const model = {
      title: room.serviceName,
      place: room.placeName,
      backUrl: room.here(urls.processes),
      done: done ? t(`improvements-processes.done.${done}`) : null,
      version,
      flow: flowView(version, room.serviceName, t),
      faults,
      writer: names.get(version.writtenBy) ?? '',
      timeZone: book.administration.timeZone,
      validations: version.validations.map((one) => ({
        ...one,
        name: names.get(one.accountId) ?? '',
      })),
      validateUrl: mayValidate(room, version, faults) ? urls.validation(processId) : null,
      draftUrl: mayWrite && isDraft ? urls.draft(processId) : null,
      nextUrl: mayWrite && !isDraft ? urls.versions(processId) : null,
      paperUrl: urls.paper(processId, version.version),
      others: versions
        .filter((each) => each !== version)
        .map((each) => ({
          version: each.version,
          validatedOn: each.validatedOn,
          href: `${urls.process(processId)}?version=${each.version}`,
        })),
    }
    render(response, 'improvements/processes/process', model, { layout: 'staff' })
  }
}

export function versionAsked({ versions }: ProcessRoom, asked: unknown): ProcessVersion {
  const version =
    typeof asked === 'string'
      ? versions.find((each) => String(each.version) === asked)
      : versions[0]
  if (!version) throw new NotFound()
  return version
}

function mayValidate(
  { staff, process, versions }: ProcessRoom,
  version: ProcessVersion,
  faults: readonly string[],
): boolean {
  const isOpen = version === versions[0] && version.validatedOn === null
  return isOpen && faults.length === 0 && validatesAs(staff, process, version) !== null
}

const seen = z.object({
  version: numberWithin(1, 100_000),
  revision: numberWithin(1, 1_000_000_000),
})

export function sendValidation(system: System): Page {
  return async (request, response) => {
    const room = await enterProcess(system, request, response)
    const { values } = readForm(request, seen)
    if (!values) throw new NotFound()
    const { processId } = room.process
    await validateProcess(system, room, { processId, ...values })
    response.redirect(303, `${room.urls.process(processId)}?hecho=validated`)
  }
}

export function sendVersion(system: System): Page {
  return async (request, response) => {
    const room = await enterProcess(system, request, response)
    if (!room.mayWrite) throw new NotAllowed()
    const { processId } = room.process
    await beginVersion(system, room.deed, processId)
    response.redirect(303, `${room.urls.draft(processId)}?hecho=begun`)
  }
}
