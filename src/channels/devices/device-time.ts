/** What the tablet's clock showed when the server's showed `at`. */
export interface SeenClock {
  at: Date
  clock: Date
}

/** What contacts tell about when a filing was made. */
export interface Evidence {
  /** The last contact that did not know the filing yet; null: there was none. */
  after: SeenClock | null
  /** The first contact that knew it, if any came before the filing itself. */
  before: SeenClock | null
  arrival: SeenClock
}

interface Mended {
  at: number
  /** How far it lies from the contact that mended it: near ones are better believed. */
  distance: number
}

/**
 * When the person handed it over: the tablet's time, mended by the nearest contact and pressed between
 * those that know better. Clocks lie and are set back; contacts are the server's own knowledge.
 */
export function handedOverAt(madeAt: Date, { after, before, arrival }: Evidence): Date {
  const [earliest, latest] = boundsOf({ after, before, arrival })
  const mended = [after, before ?? arrival]
    .flatMap((seen) => (seen ? [mend(madeAt, seen)] : []))
    .sort((one, other) => one.distance - other.distance)
  const isWithin = ({ at }: Mended) => at >= earliest && at <= latest
  const best = mended.find(isWithin) ?? mended[0]
  const at = best ? best.at : latest
  return new Date(Math.min(Math.max(at, earliest), latest))
}

function boundsOf({ after, before, arrival }: Evidence): [earliest: number, latest: number] {
  const now = arrival.at.getTime()
  // nothing is handed over tomorrow, whatever a contact says
  const earliest = Math.min(after?.at.getTime() ?? -Infinity, now)
  const latest = Math.min(before?.at.getTime() ?? now, now)
  return latest < earliest ? [earliest, now] : [earliest, latest]
}

function mend(madeAt: Date, { at, clock }: SeenClock): Mended {
  const passed = madeAt.getTime() - clock.getTime()
  return { at: at.getTime() + passed, distance: Math.abs(passed) }
}
