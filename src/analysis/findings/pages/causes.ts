import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { listCauses } from '../cause-store.ts'
import { isTrouble } from '../idea.ts'
import { rankCauses } from '../pareto.ts'
import { listRootCauses } from '../root-cause-store.ts'
import { stateOfCause } from '../root-cause.ts'
import { enterRoom, roomHead } from './room.ts'

/** The motives told, the weightiest first, each with how far the search for its cause got. */
export function showCauses(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, request, response)
    const searched = new Map(
      (await listRootCauses(system.db, room.whose)).map((each) => [each.codeId, each]),
    )
    const causes = await listCauses(system.db, room.whose.administrationId)
    const model = {
      ...roomHead(room, 'causes'),
      themes: rankCauses(room.ideas.filter(isTrouble), 'severity').map((row) => {
        const search = searched.get(row.code)
        const cause = causes.find(({ causeId }) => causeId === search?.causeId)
        return {
          ...row,
          name: room.nameOf(row.code),
          href: room.urls.cause(row.code),
          state: cause ? 'found' : search ? stateOfCause(search) : 'told',
          cause: cause ?? null,
        }
      }),
    }
    render(response, 'analysis/findings/causes', model, { layout: 'staff' })
  }
}
