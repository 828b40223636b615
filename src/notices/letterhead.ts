import type { System } from '../system.ts'

/** Who writes: the administration as its letters name it. */
export interface Letterhead {
  name: string
  slug: string
  timeZone: string
  /** Where answers to a letter go, and what a person may call. */
  email: string | null
  phone: string | null
}

export type LetterheadResolver = (system: System, administrationId: string) => Promise<Letterhead>

let resolve: LetterheadResolver = () => {
  throw new Error('Nobody said how an administration signs its letters')
}

export function registerLetterhead(resolver: LetterheadResolver): void {
  resolve = resolver
}

export function findLetterhead(system: System, administrationId: string): Promise<Letterhead> {
  return resolve(system, administrationId)
}
