import type { Json } from './padding.ts'
import { Refused } from './refused.ts'
import type { Marks } from './readers.ts'

/** What was told; the rest of its fields is the door's. */
export type Told = { readonly narration: string } & { readonly [field: string]: Json }

/** How to open one file. Binary in a content is base64url. */
export interface FileKey {
  /** The id of the upload, 16 bytes. */
  id: string
  key: string
  name: string
  type: string
  length: number
}

export interface Content {
  v: 1
  told: Told
  marks: Marks
  struck: readonly string[]
  notYet: readonly string[]
  identityGiven: boolean
  /** The ids of those who were given the key, and the hash of the directory that said who they are. */
  readers: readonly string[]
  directory: string
  /** D, for the messages of this epoch. */
  dialogueKey: string
  /** The public half of the reporter's mailbox. */
  mailbox: string
  files: readonly FileKey[]
}

/** What does not look like a content was not written by any client of ours. */
export function readContent(value: unknown): Content {
  const content = value as Partial<Content> | null
  if (
    content?.v !== 1 ||
    typeof content.told?.narration !== 'string' ||
    typeof content.dialogueKey !== 'string' ||
    typeof content.mailbox !== 'string' ||
    typeof content.directory !== 'string' ||
    ![
      content.readers,
      content.struck,
      content.notYet,
      content.files,
      ...listsOf(content.marks),
    ].every(Array.isArray)
  ) {
    throw new Refused('format')
  }
  return content as Content
}

function listsOf(marks: Marks | undefined): unknown[] {
  return [marks?.members, marks?.people, marks?.units, marks?.words]
}
