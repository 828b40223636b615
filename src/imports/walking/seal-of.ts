import type { Loader } from '../load-store.ts'
import { openSeal } from '../seal.ts'

const HASHES_AT_ONCE = 5_000

/** The seal over all rows of a batch as they are kept, those of an earlier try included. */
export async function sealOf(loader: Loader, batchId: string): Promise<Buffer> {
  const seal = openSeal()
  let after = 0
  for (;;) {
    const hashes = await loader.hashesOf(batchId, after, HASHES_AT_ONCE)
    const last = hashes.at(-1)
    if (!last) return seal.close()
    for (const { hash } of hashes) seal.add(hash)
    after = last.row
  }
}
