import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { insertMessage } from '../../../src/corruption-reports/message-store.ts'
import { listPulses } from '../../../src/corruption-reports/pulse-store.ts'
import { getReport, updateReport } from '../../../src/corruption-reports/report-store.ts'
import { inSealedTransaction, type SealedTx } from '../../../src/corruption-reports/sealed-store.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { openPart } from '../sealed-sample.ts'
import { memberOf, random, sealTown, tell, type SealedTown } from './sealed-town.ts'

let test: TestSystem
let town: SealedTown

beforeAll(async () => {
  test = await openDemoBook()
  test.clockAt('2026-03-02T16:00:00Z')
  town = await sealTown(test)
})
afterAll(() => test.close())

const inTown = <T>(work: (tx: SealedTx) => Promise<T>) =>
  inSealedTransaction(openPart(test), town.administrationId, work)

const pulses = (days: { dueBy: string; silentSince: string; newStates?: string[] }) =>
  inTown((tx) => listPulses(tx, { newStates: [], ...days }))

const never = { dueBy: '2026-01-01', silentSince: '2026-01-01' }

async function write(id: Uint8Array, seq: number, day: string, byAccount: string | null) {
  await inTown(async (tx) => {
    const direction = byAccount ? ('to_reporter' as const) : ('from_reporter' as const)
    const message = { seq, epoch: 1, direction, blob: random(40), day, byAccount, signature: null }
    const report = await getReport(tx, id)
    await insertMessage(tx, report, message)
    if (!byAccount) await updateReport(tx, report, { lastContentOn: day })
  })
}

describe('What the reminder looks at', () => {
  it('is a report that is new, due, silent or unanswered, and no other', async () => {
    const { envelope } = await tell(test, town, { narration: 'Una sola' })
    expect(await pulses(never)).toEqual([])
    const [due] = await pulses({ ...never, dueBy: '2026-12-31' })
    expect(due?.nextDue).toMatch(/^2026-/)
    expect(due).toMatchObject({ lastAct: '2026-03-02', waitsForAnswer: false })
    expect(await pulses({ ...never, newStates: [due?.state ?? ''] })).toHaveLength(1)
    expect(await pulses({ ...never, silentSince: '2026-03-02' })).toHaveLength(1)
    expect(await pulses({ ...never, silentSince: '2026-03-01' })).toEqual([])

    await write(envelope.id, 1, '2026-03-03', null)
    expect(await pulses(never)).toMatchObject([{ waitsForAnswer: true, lastAct: '2026-03-02' }])
    await write(envelope.id, 2, '2026-03-05', memberOf(town, 'integridad').accountId)
    expect(await pulses(never)).toEqual([])
    expect(await pulses({ ...never, silentSince: '2026-03-04' })).toEqual([])
    expect(await pulses({ ...never, silentSince: '2026-03-05' })).toHaveLength(1)
  })

  it('is no concluded report, unless something came since', async () => {
    const { envelope } = await tell(test, town, { narration: 'Terminada' })
    const everything = { dueBy: '2026-12-31', silentSince: '2026-12-31' }
    const before = await pulses(everything)
    await inTown(async (tx) =>
      updateReport(tx, await getReport(tx, envelope.id), {
        state: { state: 'concluded', on: '2026-03-09' },
        concludedOn: '2026-03-09',
      }),
    )
    expect(await pulses(everything)).toHaveLength(before.length - 1)
    await write(envelope.id, 1, '2026-03-10', null)
    expect(await pulses(never)).toMatchObject([{ state: 'concluded', waitsForAnswer: true }])
  })
})
