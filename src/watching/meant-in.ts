/** Whom a note means by `@` and a name. */
export interface Named {
  accountId: string
  name: string
}

const CALL = /(?<![\p{L}\p{N}])@/gu
/** Names of more words are rare, and a sentence goes on after the name. */
const MOST_WORDS = 5

/**
 * For each `@` of a text those of the people whom it may mean: by the whole name, else by its first words.
 * Accents and capitals do not matter; an `@` that begins nobody's name is only a sign.
 */
export function meantIn<Person extends Named>(text: string, people: readonly Person[]): Person[][] {
  const written = nameKey(text)
  return [...written.matchAll(CALL)]
    .map(({ index }) => meantBy(written.slice(index + 1), people))
    .filter((found) => found.length > 0)
}

function meantBy<Person extends Named>(rest: string, people: readonly Person[]): Person[] {
  const whole = people.filter(({ name }) => begins(rest, nameKey(name)))
  if (whole.length > 0) {
    const longest = Math.max(...whole.map(({ name }) => nameKey(name).length))
    return whole.filter(({ name }) => nameKey(name).length === longest)
  }
  const words = /^[\p{L}'’-]+(?: [\p{L}'’-]+)*/u.exec(rest)?.[0].split(' ') ?? []
  for (let count = Math.min(words.length, MOST_WORDS); count > 0; count -= 1) {
    const begun = words.slice(0, count).join(' ')
    const found = people.filter(({ name }) => begins(nameKey(name), begun))
    if (found.length > 0) return found
  }
  return []
}

/** With whole words: `@Ana` does not begin Anabel. */
function begins(text: string, words: string): boolean {
  return text.startsWith(words) && !/^[\p{L}\p{N}]/u.test(text.slice(words.length))
}

export function nameKey(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/gu, ' ').trim().toLowerCase()
}
