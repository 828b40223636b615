import {
  sealNote,
  type FoundState,
  type SealedNote,
} from '../../../src/improvements/evaluation/tablet/index.ts'
import { readBase64url, toBase64url } from '../../../src/platform/hpke/index.ts'
import { elementsIn } from './storage/copies.ts'
import { closeItems, dropItem, keepNote } from './storage/items.ts'
import type { Visit } from './visit.ts'

/** Between two letters nothing is written; between two words it is. */
const PAUSE_MS = 250

type Said = Pick<SealedNote, 'kind' | 'state' | 'words'>

/** A note while it is being written: each change is sealed and kept, and nothing of it is sent before it is closed. */
export interface DraftNote {
  change: (said: Partial<Said>) => void
  /** Now, before the page may go. */
  keep: () => Promise<void>
  /** From now on it may be sent. */
  close: () => Promise<void>
}

export function draftNote(
  visit: Visit,
  elementId: string | null,
  kind: SealedNote['kind'],
): DraftNote {
  const { database, clock } = visit
  const id = crypto.randomUUID()
  const madeAt = clock()
  const { found } = visit.stored
  const before = elementId === null ? null : (found[elementId] ?? null)
  let said: Said = { kind, state: null, words: '' }
  let isChanged = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: Promise<void> = Promise.resolve()

  const isEmpty = () => said.words.trim() === '' && said.state === null
  const write = () => {
    clearTimeout(timer)
    if (!isChanged) return last
    isChanged = false
    const now = said
    last = last
      .then(() =>
        isEmpty()
          ? dropItem(database, id)
          : keepNote(database, {
              ...{ is: 'note', id, elementId, isOpen: true, state: now.state },
              sequence: madeAt.getTime(),
              evaluationId: visit.stored.copy.evaluationId,
              key: visit.stored.copy.key.id,
              sealed: seal(visit, { id, elementId, madeAt }, now),
            }),
      )
      .then(
        () => visit.saved(true),
        () => {
          // tried again with the next letter
          isChanged = true
          visit.saved(false)
        },
      )
    return last
  }

  return {
    change(more) {
      said = { ...said, ...more }
      isChanged = true
      if (elementId !== null) rememberFound(visit, elementId, said.state ?? before)
      clearTimeout(timer)
      timer = setTimeout(() => void write(), more.state === undefined ? PAUSE_MS : 0)
    },
    keep: write,
    async close() {
      await write()
      if (isEmpty()) return
      await closeItems(database, new Set([id]))
      if (said.words.trim() !== '')
        visit.written.push({ elementId, words: said.words.trim(), at: madeAt })
    },
  }
}

function rememberFound(visit: Visit, elementId: string, state: FoundState | null): void {
  const { [elementId]: _, ...others } = visit.stored.found
  visit.stored.found = state === null ? others : { ...others, [elementId]: state }
}

function seal(
  { stored: { copy, copyId } }: Visit,
  { id, elementId, madeAt }: { id: string; elementId: string | null; madeAt: Date },
  said: Said,
): string {
  const receiver = readBase64url(copy.key.publicKey)
  if (!receiver) throw new Error('The key of the administration cannot be read')
  const { accountId, evaluationId } = copy
  const mark = elementsIn(copy).find((element) => element.id === elementId)?.mark
  const note: SealedNote = {
    ...{ v: 1, copyId, elementId, ...said, words: said.words.trim() },
    revision: mark?.revision ?? 0,
    madeAt: madeAt.toISOString(),
  }
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  return toBase64url(sealNote(receiver, { accountId, evaluationId, id }, note, random))
}
