import type { BookRules } from '../administrations/index.ts'
import type { Official } from './named-officials.ts'
import type { Organisation } from './routing-rule.ts'

type Standing = Omit<Organisation, 'unitHeads' | 'centreHeads'>

interface Directory {
  standing: Standing
  officials: readonly Official[]
}

/** Made once for as long as the same rules of the book hold. */
const directories = new WeakMap<BookRules, Directory>()

export function directoryOf(book: BookRules): Directory {
  const known = directories.get(book)
  if (known) return known
  const directory = { standing: standingOf(book), officials: officialsOf(book) }
  directories.set(book, directory)
  return directory
}

function standingOf(book: BookRules): Standing {
  return {
    serviceUnits: new Map(book.services.map(({ serviceId, unitId }) => [serviceId, unitId])),
    unitParents: new Map(book.units.map(({ unitId, parentUnitId }) => [unitId, parentUnitId])),
    officialAccounts: new Map(
      book.officials.flatMap(({ officialId, accountId }) =>
        accountId === null ? [] : [[officialId, accountId] as const],
      ),
    ),
  }
}

function officialsOf(book: BookRules): Official[] {
  const places = new Map([
    ...book.centres.map(({ centreId, name }) => [centreId, name] as const),
    ...book.units.map(({ unitId, name }) => [unitId, name] as const),
  ])
  return book.officials.map((official) => ({
    officialId: official.officialId,
    name: official.name,
    post: official.post,
    centreId: official.centreId,
    places: [official.centreId, official.unitId]
      .map((id) => (id === null ? undefined : places.get(id)))
      .filter((place) => place !== undefined),
  }))
}
