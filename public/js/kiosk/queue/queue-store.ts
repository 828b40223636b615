import type { ItemStore, Refusal } from '../../offline/drain-queue.ts'

/** One filing as it lies on the tablet: sealed, so that nothing of what was told can be read from it. */
export interface QueuedItem {
  /** A UUID, also the key by which sending twice is sending once. */
  id: string
  /** Counts up on this tablet. */
  sequence: number
  madeAt: string
  keyId: string
  /** The sealed filing, base64url. */
  sealed: string
  files: readonly QueuedFile[]
  /** The server will never take it as it is: kept here for staff, in nobody's way. */
  refusal?: Refusal
}

export interface QueuedFile {
  n: number
  bytes: number
  /** Of the sealed bytes, in hexadecimal. */
  sha256: string
}

/** The item with the smallest sequence goes first; its files go with it. */
export interface QueueStore extends ItemStore<QueuedItem> {
  /** The sealed bytes of a file. */
  getFile(id: string, n: number): Promise<Uint8Array>
}
