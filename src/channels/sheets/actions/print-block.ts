import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import type { System } from '../../../system.ts'
import { insertBlock, reserveNumbers, type SheetBlock } from '../sheet-block-store.ts'

export interface BlockToPrint {
  administrationId: string
  accountId: string
  centreId: string
  kind: string | null
  languages: readonly string[]
  count: number
}

/** Reserves the numbers of a block of blank sheets. Printing it again prints the same numbers. */
export async function printBlock(
  { db }: Pick<System, 'db'>,
  { administrationId, accountId, centreId, kind, languages, count }: BlockToPrint,
  now: Date,
): Promise<SheetBlock> {
  return inTransaction(db, async (tx) => {
    const firstNumber = await reserveNumbers(tx, administrationId, count)
    const block: SheetBlock = {
      administrationId,
      blockId: randomUUID(),
      centreId,
      kind,
      languages,
      firstNumber,
      lastNumber: firstNumber + count - 1,
      printedAt: now,
      printedBy: accountId,
    }
    await insertBlock(tx, block)
    await recordChange(tx, {
      administrationId,
      accountId,
      at: now,
      action: 'sheets_printed',
      details: { blockId: block.blockId, first: firstNumber, last: block.lastNumber },
    })
    return block
  })
}
