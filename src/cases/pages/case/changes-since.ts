import { accountNames } from '../../../people/index.ts'
import type { CaseContent } from '../../content-store.ts'
import type { CaseRoom } from './room.ts'
import { timelineItems, type TimelineItem } from './timeline-view.ts'

/** What others did since somebody opened their form. */
export async function changesSince(
  room: CaseRoom,
  contents: ReadonlyMap<string, CaseContent>,
  seenLength: number,
): Promise<TimelineItem[]> {
  const events = room.events.filter(({ position }) => position > seenLength)
  const ids = events.flatMap(({ accountId, details }) => {
    const handlerId = details['handlerId']
    return [accountId, typeof handlerId === 'string' ? handlerId : null]
  })
  const names = await accountNames(room.system.db, [...ids, room.item.handlerId])
  return timelineItems(room, { contents, names, answers: [], attachments: [] }, events)
}
