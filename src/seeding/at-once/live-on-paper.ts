import { beginOnPaper, type FilingInput, type LivedCase } from '../../cases/index.ts'
import type { BookRules } from '../../administrations/index.ts'
import { addDays, localDate } from '../../platform/dates.ts'
import { isTransitionOn } from '../../regimes/index.ts'
import type { Chance } from '../chance.ts'
import { lifeAfter } from '../life.ts'
import type { Deed, PlannedDeed } from '../plan-life.ts'
import { ACTION } from '../take-deed.ts'
import { PAPER_DEEDS, type PaperScene } from './paper-deeds.ts'
import type { PaperMaking } from './paper-making.ts'

const DAY_MS = 86_400_000

export interface Birth {
  filing: FilingInput
  plan: readonly PlannedDeed[]
  /** An instant of the last year, in which the rules are asked. */
  at: Date
  /** By so many days earlier it happened. */
  daysBack: number
  chance: Chance
  mark: string
}

/** The whole life of one invented case until `until`, both as of the year of the rules. */
export async function liveOnPaper(
  making: PaperMaking,
  book: BookRules,
  { filing, plan, at, daysBack, chance, mark }: Birth,
  until: Date,
): Promise<LivedCase> {
  const { system, voices, crew, office } = making
  const birth = { filing, at, daysBack, idempotencyKey: mark }
  const { item, clockAt } = await beginOnPaper(system, book, office.calendar, birth)
  const earlier = (instant: Date) => new Date(instant.getTime() - daysBack * DAY_MS)
  let life = lifeAfter(at, plan, { caseNumber: mark, chance }, office)
  let closesOn: string | null = null
  while (life && life.next.at <= until) {
    const { next, rest } = life
    const closing = () => {
      const clock = clockAt('close', next.at)
      closesOn = clock?.due_on ?? null
      return clock
    }
    const scene = { item, book, crew, voices, chance, at: earlier(next.at), day: next.day, closing }
    take(scene, next.deed)
    life = lifeAfter(next.at, rest, life, office)
  }
  closeIfOver(item, closesOn, earlier(until), office.timeZone)
  return item.finish(localDate(earlier(until), office.timeZone), earlier(until))
}

/** What the state or the regime does not know at that moment is passed over. */
function take(scene: PaperScene, deed: Deed): void {
  const action = ACTION[deed]
  const { item, book, day } = scene
  if (!item.may(action) || !isTransitionOn(book.regime, action, item.row.kind, day)) return
  PAPER_DEEDS[deed]?.(scene)
}

/** By itself, as soon as the person's time to come back is over. */
function closeIfOver(
  item: PaperScene['item'],
  closesOn: string | null,
  until: Date,
  timeZone: string,
): void {
  if (closesOn === null || item.row.state !== 'notified') return
  if (closesOn >= localDate(until, timeZone)) return
  const at = new Date(`${addDays(closesOn, 1)}T13:00:00Z`)
  item.stopClocks(at, ['close'])
  item.take({ action: 'close', actor: { as: 'system' }, at, reason: 'answered' })
}
