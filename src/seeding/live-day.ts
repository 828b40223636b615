import { getBookRules, type BookRules } from '../administrations/index.ts'
import { fileCase, findCase, leadsFrom, type Case, type CaseState } from '../cases/index.ts'
import type { PlainDate } from '../platform/dates.ts'
import { isTransitionOn } from '../regimes/index.ts'
import { inParallel } from './in-parallel.ts'
import { inventFiling } from './invent-filing.ts'
import type { InventedDay } from './invented-days.ts'
import { lifeAfter, type Life } from './life.ts'
import type { Making } from './making.ts'
import { isInOfficeHours } from './office-hours.ts'
import { planLife, type Deed } from './plan-life.ts'
import { quietSystem } from './quiet-system.ts'
import { ACTION, takeDeed } from './take-deed.ts'

/** Cases whose next step falls on a day that has not come. */
export type Agenda = Map<PlainDate, Life[]>

const HANDS = 6

/** A rule, or the way of delivery, did by itself what was planned. */
const ALREADY: Partial<Record<Deed, readonly CaseState[]>> = {
  open: ['in_triage', 'assigned'],
  assign: ['assigned'],
  deliver: ['notified'],
}

/** A day with the book as it is then. */
interface Today extends InventedDay {
  book: BookRules
}

/** Filings in the order of their hours, then what happens on the day to cases on their way. False: nothing did. */
export async function liveDay(making: Making, day: InventedDay, agenda: Agenda): Promise<boolean> {
  const waiting = agenda.get(day.day) ?? []
  agenda.delete(day.day)
  if (waiting.length === 0 && day.filings.length === 0) return false
  const book = await getBookRules(making.system, making.request.slug, day.end)
  const today = { ...day, book }
  const begun: Life[] = []
  for (const at of day.filings) {
    const life = await file(making, today, at)
    if (life) begun.push(life)
  }
  await inParallel(HANDS, [...waiting, ...begun], async (life) => {
    const later = await liveUntil(making, life, today)
    if (later) note(agenda, later)
  })
  return true
}

function note(agenda: Agenda, life: Life): void {
  const { day } = life.next
  const others = agenda.get(day)
  if (others) others.push(life)
  else agenda.set(day, [life])
}

async function file(making: Making, { day, book }: Today, at: Date): Promise<Life | null> {
  const { request, voices, office } = making
  const chance = making.chance.of(making.filed)
  const inOfficeHours = isInOfficeHours(at, office)
  const { filing, filer } = inventFiling(chance, voices, book, { day, inOfficeHours })
  const idempotencyKey = `${making.mark} ${making.filed}`
  const filed = { slug: request.slug, idempotencyKey, filing, filer }
  const { caseNumber } = await fileCase(quietSystem(making.system, at), filed, at)
  making.filed += 1
  return lifeAfter(at, planLife(chance, filing.kind), { caseNumber, chance }, office)
}

/** What happens to a case on this day; gives back the life that goes on later. */
async function liveUntil(making: Making, life: Life, today: Today): Promise<Life | null> {
  let current: Life | null = life
  while (current && current.next.day === today.day && current.next.at <= today.end) {
    const goesOn = await takeNext(making, current, today)
    current = goesOn ? lifeAfter(current.next.at, current.rest, current, making.office) : null
  }
  return current && current.next.day > today.day ? current : null
}

/** False where the case has ended, or the regime or the office does not know such a step. */
async function takeNext(
  making: Making,
  { caseNumber, chance, next }: Life,
  { book }: Today,
): Promise<boolean> {
  const { system, administrationId, voices, crew } = making
  const item = await findCase(system.db, { administrationId, caseNumber })
  if (!item || crew.responsibles.length === 0 || crew.units.length === 0) return false
  if (ALREADY[next.deed]?.includes(item.state)) return true
  if (!isPossible(book, item, next)) return false
  const scene = { system: quietSystem(system, next.at), book, crew, voices, chance, item }
  await takeDeed({ ...scene, now: next.at }, next.deed)
  making.steps += 1
  return true
}

function isPossible({ regime }: BookRules, { state, kind }: Case, { deed, day }: Life['next']) {
  const action = ACTION[deed]
  return leadsFrom(action, state, kind) && isTransitionOn(regime, action, kind, day)
}
