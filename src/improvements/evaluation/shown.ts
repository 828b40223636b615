import type { Evidence } from '../evidence/index.ts'
import type { Proof } from '../proof.ts'
import type { Task } from '../tasks/index.ts'
import type { Element } from './model.ts'

/** How it stands with an element before anybody judges it. */
export const STANDINGS = ['proved', 'shown', 'begun', 'owed', 'missing'] as const
export type Standing = (typeof STANDINGS)[number]

/** Everything that there is for an element: what the book proves, what people added, who owes what is missing. */
export interface ShownElement {
  element: Element
  standing: Standing
  proofs: readonly Proof[]
  added: readonly Evidence[]
  tasks: readonly Task[]
}

/** The book proves it only where everything that proves it is whole. */
export function standingOf({ element, proofs, added, tasks }: Omit<ShownElement, 'standing'>) {
  const isProved = (key: string) => proofs.some((one) => one.key === key && one.state === 'proved')
  if (element.provedBy.length > 0 && element.provedBy.every(isProved)) return 'proved'
  if (added.length > 0) return 'shown'
  if (proofs.length > 0) return 'begun'
  return tasks.some(({ state }) => state === 'open') ? 'owed' : 'missing'
}

/** Nothing more is to be shown for it. */
export function isShown({ standing }: Pick<ShownElement, 'standing'>): boolean {
  return standing === 'proved' || standing === 'shown'
}
