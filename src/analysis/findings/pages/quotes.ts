import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { rankCauses } from '../pareto.ts'
import { listQuotes } from '../quote-store.ts'
import { enterRoom, roomHead } from './room.ts'

/** The themes, each with the quotes that were decided. */
export function showQuotes(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, request, response)
    const quotes = await listQuotes(system.db, room.whose)
    const count = (codeId: string, decision: 'accepted' | 'rejected') =>
      quotes.filter((each) => each.codeId === codeId && each.decision === decision).length
    const model = {
      ...roomHead(room, 'quotes'),
      themes: rankCauses(room.ideas, 'frequency').map(({ code, ideas }) => ({
        name: room.nameOf(code),
        href: room.urls.theme(code),
        ideas,
        accepted: count(code, 'accepted'),
        rejected: count(code, 'rejected'),
      })),
    }
    render(response, 'analysis/findings/quotes', model, { layout: 'staff' })
  }
}
