import type { Workload } from '../cases/index.ts'

/** What the table may be ordered by; by name unless somebody asks, since it ranks nobody. */
export const LOAD_ORDERS = ['name', 'open', 'dueSoon', 'overdue', 'waiting', 'medianDays'] as const
export type LoadOrder = (typeof LOAD_ORDERS)[number]

export interface PersonWithLoad {
  accountId: string
  name: string
  load: Workload
}

export function readOrder(asked: unknown): LoadOrder {
  return LOAD_ORDERS.find((order) => order === asked) ?? 'name'
}

/** The most first; who has the same stands by name. */
export function inOrder<Person extends PersonWithLoad>(
  people: readonly Person[],
  order: LoadOrder,
): Person[] {
  const byName = people.toSorted((one, other) => one.name.localeCompare(other.name))
  if (order === 'name') return byName
  return byName.toSorted((one, other) => (other.load[order] ?? -1) - (one.load[order] ?? -1))
}
