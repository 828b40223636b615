/** A list of the desk under a name, for its owner or for several. */
export interface SavedView {
  viewId: string
  ownerId: string
  name: string
  trail: string
  readers: Readers
  version: number
}

/** Who finds a view above their own list beside its owner. */
export type Readers =
  | { audience: 'own' | 'administration'; centreId: null; unitId: null }
  | { audience: 'centre'; centreId: string; unitId: null }
  | { audience: 'unit'; centreId: null; unitId: string }

export const OWN: Readers = { audience: 'own', centreId: null, unitId: null }

/** As one person finds it. */
export interface PlacedView extends SavedView {
  isDefault: boolean
}

/** More than these nobody finds their way among. */
export const MOST_VIEWS = 20
/** Own ones and those of others together. */
export const MOST_FOUND = 40

/** As one value of a form: `own`, `administration`, `centre:<id>`, `unit:<id>`. */
export function writeReaders({ audience, centreId, unitId }: Readers): string {
  const id = centreId ?? unitId
  return id === null ? audience : `${audience}:${id}`
}
