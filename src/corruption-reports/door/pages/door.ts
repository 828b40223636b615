import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { doorState } from '../openness.ts'
import { openVisit } from '../visit.ts'
import { doorView } from './door-view.ts'

/** The first page of the door: what it promises, what it cannot, and where else to go. */
export function showDoor(system: System): Page {
  return async (request, response) => {
    const visit = await openVisit(system, request, response)
    const state = await doorState(system, visit)
    render(response, 'corruption-reports/door/door', doorView(visit, state))
  }
}
