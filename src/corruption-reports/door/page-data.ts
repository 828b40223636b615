import type { DirectoryEntry } from '../sealing/index.ts'

/** What the page of the door carries for its script: everything to choose from, so that nothing is asked for. */
export interface DoorData {
  administrationId: string
  language: string
  api: string
  /** Where to come back to, as it is printed. */
  followAddress: string
  directory: readonly DirectoryEntry[]
  units: readonly NamedUnit[]
  people: readonly NamedPerson[]
  requires: readonly string[]
  day: string
  texts: DoorTexts
}

export interface NamedUnit {
  id: string
  name: string
}

export interface NamedPerson {
  id: string
  /** By which the directory of keys knows the same person. */
  memberId: string | null
  name: string
  post: string
  unitId: string | null
}

export type DoorTexts = Readonly<Record<string, string>>
