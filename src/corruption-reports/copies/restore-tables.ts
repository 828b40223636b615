import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { CannotStart } from '../../platform/errors.ts'
import { placeIn } from '../report-store.ts'
import { replayErasures } from '../retention/replay-erasures.ts'
import type { OpenSealed } from '../sealed-database.ts'
import { beginSealedRestore, type SealedRestore } from './copy-tables-store.ts'

/** Takes the sealed tables of a backup, one after the other; all of them come back, or none. */
export interface SealedTablesTaker {
  take(table: {
    name: string
    columns: readonly string[]
    rows: AsyncIterable<Buffer>
  }): Promise<void>
  /** Keeps what came, and erases again what was erased since the backup was made. */
  keep(): Promise<void>
  end(): Promise<void>
}

export async function takeSealedTables(sealed: OpenSealed): Promise<SealedTablesTaker> {
  const restore = await beginSealedRestore(sealed)
  if (!(await restore.isEmpty())) {
    await restore.end()
    throw new CannotStart('The sealed part is not empty. A backup is restored into an empty one.')
  }
  return {
    take: ({ name, columns, rows }) =>
      pipeline(Readable.from(rows, { objectMode: false }), restore.openTable(name, columns)),
    async keep() {
      await refuseWithoutItsKeys(sealed, restore)
      await restore.commit()
      await replayErasures(sealed)
    },
    end: () => restore.end(),
  }
}

/** With the keys of another ring every report would be lost, and nobody would notice until one is opened. */
async function refuseWithoutItsKeys({ ring }: OpenSealed, restore: SealedRestore): Promise<void> {
  const samples = await restore.listSamples()
  const opens = samples.some(({ reportId, shredSlot, self }) => {
    if (shredSlot >= ring.size()) return false
    if (ring.isErased(shredSlot)) return true
    return ring.opens(shredSlot, placeIn(reportId, 'self'), self)
  })
  if (samples.length > 0 && !opens) {
    throw new CannotStart(
      'The keys of its reports are not here. First: npm run libro -- restore-keys FILE',
    )
  }
}
