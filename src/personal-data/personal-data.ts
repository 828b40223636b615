/** Personal data in a text: of what kind, where, and what it was known by. */

export const PERSONAL_KINDS = [
  'name',
  'document',
  'account',
  'phone',
  'email',
  'address',
  'plate',
] as const
export type PersonalKind = (typeof PERSONAL_KINDS)[number]

/** From the first character to before the end. */
export interface Span {
  start: number
  end: number
}

/** `word`: the word before it says so. `checked`: its check digit fits. `looks`: it has the form. */
export type Why = 'word' | 'checked' | 'looks'

export interface Found extends Span {
  kind: PersonalKind
  why: Why
  /** What it is called: the word before it, or the name of the number whose check it passed. */
  called?: string
}

export type Finder = (text: string) => readonly Found[]

export function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}
