import type { QueuedItem, QueueStore } from '../../../public/js/kiosk/queue/queue-store.ts'
import type { Refusal } from '../../../public/js/offline/drain-queue.ts'

/** A tablet's queue that lives in memory, for trials without a browser. */
export interface MemoryQueue extends QueueStore {
  items: Map<string, QueuedItem>
  put(item: QueuedItem, files?: readonly Uint8Array[]): void
}

export function memoryQueue(): MemoryQueue {
  const items = new Map<string, QueuedItem>()
  const files = new Map<string, Uint8Array>()
  return {
    items,
    put(item, contents = []) {
      items.set(item.id, item)
      for (const [n, bytes] of contents.entries()) files.set(`${item.id}/${n}`, bytes)
    },
    findNext: async (except) =>
      [...items.values()]
        .filter(({ id, refusal }) => !refusal && !except.has(id))
        .sort((a, b) => a.sequence - b.sequence)[0] ?? null,
    getFile: async (id, n) => {
      const bytes = files.get(`${id}/${n}`)
      if (!bytes) throw new Error(`No file ${n} of ${id}`)
      return bytes
    },
    remove: async (id) => {
      items.delete(id)
    },
    markRefused: async (id, refusal: Refusal) => {
      const item = items.get(id)
      if (item) items.set(id, { ...item, refusal })
    },
  }
}
