import { isDoorOpen } from '../../corruption-reports/index.ts'
import { accountNames } from '../../people/index.ts'
import { render, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { readCollected } from '../read-proof.ts'
import { programmeView } from './programme-view.ts'
import { enterRoom, yearOf } from './room.ts'

/** The five requirements about collection, each with what proves it. */
export function showProgramme(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response)
    const year = yearOf(request.query.anio, room.today)
    const collected = await readCollected(system.db, room.book, { year, today: room.today })
    const people = collected.documents.flatMap(({ writtenBy, validations }) => [
      writtenBy,
      ...validations.map(({ accountId }) => accountId),
    ])
    const names = await accountNames(system.db, people)
    const sealedDoorOpen = await isDoorOpen(system, room.book)
    const model = programmeView(collected, { ...room, names, year, sealedDoorOpen })
    render(response, 'collection/programme', model, { layout: 'staff' })
  }
}
