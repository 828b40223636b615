import type { CasePerson } from './person-store.ts'

/** Shorter ones are particles and initials, which stand in every text. */
const SHORTEST_NAME = 3

/** What would tell in a text who the person is: names whole and one by one, papers and addresses. */
export function personalWords(person: CasePerson | null): string[] {
  if (!person) return []
  const names = [person.names, person.firstSurname, person.secondSurname]
  const whole = [
    ...names,
    person.legalName,
    person.representative,
    person.documentNumber,
    person.email,
    person.phone,
    person.address,
  ]
  const words = [...whole, ...names.flatMap((name) => name?.split(/\s+/) ?? [])]
  return [...new Set(words.flatMap((word) => word?.toLocaleLowerCase('es') ?? []))]
    .filter((word) => word.length >= SHORTEST_NAME)
    .sort((one, other) => other.length - one.length)
}

/** The text with each of these words left out, where it stands by itself. */
export function withoutPersonalWords(text: string, words: readonly string[]): string {
  if (words.length === 0) return text
  const any = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu'), '[…]')
}
