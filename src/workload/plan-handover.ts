/** Who takes over what, worked out before anything moves. */

/** Somebody's account; by load; or the desk of the unit, whose head gives it on. */
export const BY_LOAD = 'share'
export const TO_UNIT = 'unit'
export type Destination = typeof BY_LOAD | typeof TO_UNIT | (string & {})

export interface CaseToGive {
  caseId: string
  unitId: string | null
  /** The machine of states lets it change hands now. */
  movable: boolean
  /** Accounts of those whom it names. */
  named: readonly string[]
}

/** Who of a unit may take a case over. */
export interface UnitPeople {
  present: readonly string[]
  heads: readonly string[]
}

export const STAYS = ['step', 'no_unit', 'nobody', 'not_of_unit', 'named', 'moved'] as const
export type StaysBecause = (typeof STAYS)[number]

export interface PlannedCase {
  caseId: string
  /** Null: the desk of its unit, unless it stays. */
  to: string | null
  stays: StaysBecause | null
}

/** By load each goes to whoever has least then, so that a long list is spread evenly. */
export function planHandover(
  cases: readonly CaseToGive[],
  destination: Destination,
  units: ReadonlyMap<string, UnitPeople>,
  loads: ReadonlyMap<string, number>,
): PlannedCase[] {
  const growing = new Map(loads)
  return cases.map((item) => {
    const planned = planCase(item, destination, units, growing)
    if (planned.to !== null) growing.set(planned.to, (growing.get(planned.to) ?? 0) + 1)
    return { caseId: item.caseId, ...planned }
  })
}

type Planned = Omit<PlannedCase, 'caseId'>

const staying = (stays: StaysBecause): Planned => ({ to: null, stays })
const going = (to: string | null): Planned => ({ to, stays: null })

function planCase(
  { unitId, movable, named }: CaseToGive,
  destination: Destination,
  units: ReadonlyMap<string, UnitPeople>,
  loads: ReadonlyMap<string, number>,
): Planned {
  if (!movable) return staying('step')
  const people = unitId === null ? undefined : units.get(unitId)
  if (!people) return staying('no_unit')
  const able = (ids: readonly string[]) => ids.filter((id) => !named.includes(id))
  if (destination === TO_UNIT) {
    return able(people.heads).length > 0 ? going(null) : staying('nobody')
  }
  if (destination === BY_LOAD) {
    const [least] = able(people.present).toSorted(
      (one, other) => (loads.get(one) ?? 0) - (loads.get(other) ?? 0) || (one < other ? -1 : 1),
    )
    return least === undefined ? staying('nobody') : going(least)
  }
  if (named.includes(destination)) return staying('named')
  const isOfUnit = [...people.present, ...people.heads].includes(destination)
  return isOfUnit ? going(destination) : staying('not_of_unit')
}
