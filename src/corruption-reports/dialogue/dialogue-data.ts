import type { DirectoryEntry, Direction } from '../sealing/index.ts'

/** What goes to the reporter's own script: boxes, days and words about the state. */
export interface DialogueWire {
  id: string
  epoch: number
  self: string
  receivedOn: string
  state: { label: string; text: string }
  withdrawn: boolean
  notices: { epoch: number; by: string; box: string; signature: string }[]
  messages: { epoch: number; direction: Direction; box: string; day: string }[]
  events: { day: string; label: string }[]
  directory: readonly DirectoryEntry[]
}
