/** What rows are checked against: the words, places and time of the book that they come into. Plain data. */
export interface KnownBook {
  kinds: ReadonlySet<string>
  states: ReadonlySet<string>
  channels: ReadonlySet<string>
  centreIds: ReadonlyMap<string, string>
  serviceIds: ReadonlyMap<string, string>
  unitIds: ReadonlyMap<string, string>
  now: Date
}

export function placeKey(name: string): string {
  return name.replace(/\s+/gu, ' ').trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}
