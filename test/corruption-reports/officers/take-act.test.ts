import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { NotFound, WrongState } from '../../../src/platform/errors.ts'
import { listSkeletons } from '../../../src/corruption-reports/skeleton-store.ts'
import { sendMessage } from '../../../src/corruption-reports/officers/actions/send-message.ts'
import { takeAct } from '../../../src/corruption-reports/officers/actions/take-act.ts'
import { keepSealed } from '../../../src/corruption-reports/retention/keep-sealed.ts'
import { inSealedTransaction } from '../../../src/corruption-reports/sealed-store.ts'
import {
  bind,
  epochKeysOf,
  noMessage,
  sealMessage,
  signAct,
} from '../../../src/corruption-reports/sealing/index.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { openPart } from '../sealed-sample.ts'
import { hex, OfficersAtWork } from './officers-at-work.ts'
import { memberOf, random, sealTown, tell, type SealedTown } from './sealed-town.ts'

let test: TestSystem
let town: SealedTown
let work: OfficersAtWork

beforeAll(async () => {
  test = await openDemoBook()
  town = await sealTown(test)
  work = new OfficersAtWork(test, town)
})
afterAll(() => test.close())

describe('A report in the officers’ room', () => {
  it('opens for the officers, and not for one whom it marks', async () => {
    const marked = memberOf(town, 'integridad2').id
    const { envelope } = await tell(test, town, {
      narration: 'El oficial dos está en esto',
      marks: { members: [marked] },
    })
    const opensFor = async (name: string) => (await work.openPlaces(name)).has(hex(envelope.id))
    expect([await opensFor('integridad'), await opensFor('integridad2')]).toEqual([true, false])
    expect(await opensFor('alterna')).toBe(false)
  })

  it('shows its state and dates only to whoever proves to open it', async () => {
    const { id, keys } = await work.toldTo('integridad')
    expect((await work.read('integridad', id, keys))?.course.state).toBe('sealed')
    const stranger = epochKeysOf(random(32))
    expect(await work.read('integridad', id, stranger)).toBeUndefined()
  })

  it('moves by a signed act, which stays sealed and starts and meets its clocks', async () => {
    const { id, keys } = await work.toldTo('integridad')
    await work.take('integridad', id, keys, 'start_check')
    const report = await work.read('integridad', id, keys)
    expect(report?.course.state).toBe('requirements_check')
    const acknowledged = report?.course.clocks.find(({ step }) => step === 'acknowledgement')
    expect(acknowledged?.metOn).toBe('2026-03-02')
    expect(Buffer.from(report?.course.events.at(-1)?.body ?? []).toString()).not.toContain(
      'indicios',
    )
  })

  it('does not exist for an officer who cannot sign with its key', async () => {
    const { id } = await work.toldTo('integridad')
    await expect(
      work.take('integridad2', id, epochKeysOf(random(32)), 'start_check', { seq: 2 }),
    ).rejects.toThrow(NotFound)
  })

  it('refuses an act whose words were exchanged on the way', async () => {
    const { id, keys } = await work.toldTo('integridad')
    const { accountId } = memberOf(town, 'integridad')
    const body = bind(random(10), '', '', new Uint8Array(0))
    const signature = signAct(keys, { id, epoch: 1, seq: 2, action: 'start_check', body })
    const act = {
      id,
      seq: 2,
      act: 'start_check' as const,
      signature,
      conclusion: null,
      until: null,
      message: null,
    }
    await expect(
      takeAct(test.system, await work.office(), accountId, { ...act, words: random(10) }),
    ).rejects.toThrow(NotFound)
  })

  it('refuses a second act of the same number: somebody was faster', async () => {
    const { id, keys } = await work.toldTo('integridad')
    await work.take('integridad', id, keys, 'start_check', { seq: 2 })
    await expect(work.take('integridad2', id, keys, 'note', { seq: 2 })).rejects.toThrow(WrongState)
  })

  it('refuses what the table does not have, with the reason', async () => {
    const { id, keys } = await work.toldTo('integridad')
    await expect(work.take('integridad', id, keys, 'conclude')).rejects.toMatchObject({
      problems: [{ field: '/act', code: 'not_from_here' }],
    })
    await work.take('integridad', id, keys, 'start_check')
    await expect(work.take('integridad', id, keys, 'ask_correction')).rejects.toMatchObject({
      problems: [{ code: 'switched_off' }],
    })
  })

  it('takes the officer’s messages in their order, each number once', async () => {
    const { id, keys } = await work.toldTo('integridad')
    const { accountId } = memberOf(town, 'integridad')
    const dialogueKey = random(32)
    const place = { id, epoch: 1, direction: 'to_reporter' as const, seq: 1, previous: noMessage }
    const blob = sealMessage(dialogueKey, place, { text: '¿Qué día fue?' }, random)
    const signature = signAct(keys, { id, epoch: 1, seq: 1, action: 'message', body: blob })
    const message = { id, seq: 1, blob, signature }
    await sendMessage(test.system, await work.office(), accountId, message)
    const report = await work.read('integridad', id, keys)
    expect(report?.messages).toMatchObject([
      { seq: 1, direction: 'to_reporter', byAccount: accountId },
    ])
    await expect(sendMessage(test.system, await work.office(), accountId, message)).rejects.toThrow(
      WrongState,
    )
  })
})

describe('A concluded report', () => {
  const conclusion = { category: 'bribery', outcome: 'confirmed', anonymous: true }

  async function concluded() {
    const { id, keys } = await work.toldTo('integridad')
    for (const act of ['start_check', 'record_outcome', 'tell_outcome'] as const) {
      await work.take('integridad', id, keys, act)
    }
    await work.take('integridad', id, keys, 'conclude', { conclusion })
    return { id, keys }
  }
  const skeletons = () =>
    inSealedTransaction(openPart(test), town.administrationId, (tx) => listSkeletons(tx, '2026-S1'))

  it('leaves a skeleton for the figures and has its day of erasure', async () => {
    const before = (await skeletons()).length
    const { id, keys } = await concluded()
    const report = await work.read('integridad', id, keys)
    expect(report?.report).toMatchObject({ state: 'concluded', retainUntil: '2028-03-02' })
    const kept = await skeletons()
    expect(kept).toHaveLength(before + 1)
    expect(kept).toContainEqual(
      expect.objectContaining({ ...conclusion, period: '2026-S1', channel: 'web' }),
    )
  })

  it('that is opened again is kept, and counts once when it ends', async () => {
    const before = (await skeletons()).length
    const { id, keys } = await concluded()
    await work.take('integridad', id, keys, 'reopen')
    expect((await work.read('integridad', id, keys))?.report.retainUntil).toBeNull()
    expect(await skeletons()).toHaveLength(before)
  })

  it('needs a category and an outcome that the regime knows', async () => {
    const { id, keys } = await work.toldTo('integridad')
    for (const act of ['start_check', 'record_outcome', 'tell_outcome'] as const) {
      await work.take('integridad', id, keys, act)
    }
    await expect(
      work.take('integridad', id, keys, 'conclude', {
        conclusion: { ...conclusion, category: 'gossip' },
      }),
    ).rejects.toMatchObject({ problems: [{ field: '/conclusion/category', code: 'required' }] })
  })

  it('has its erasure put off by a reader, and by nothing that is not a later day of the year', async () => {
    const { id, keys } = await concluded()
    test.clockAt('2028-02-28T16:00:00Z')
    const postpone = (until: string | null) =>
      work.take('integridad', id, keys, 'postpone_erasure', { until })
    await work.office()
    for (const until of [null, '2028-03-02', '2029-03-01']) {
      await expect(postpone(until)).rejects.toMatchObject({ problems: [{ field: '/until' }] })
    }
    await postpone('2028-03-20')
    const report = await work.read('integridad', id, keys)
    expect(report?.report.retainUntil).toBe('2028-03-20')
    expect(report?.course.events.at(-1)?.code).toBe('postpone_erasure')
    await keepSealed(test.system, openPart(test), new Date('2028-03-20T12:00:00Z'))
    expect(await work.read('integridad', id, keys)).toBeDefined()
    await keepSealed(test.system, openPart(test), new Date('2028-03-21T12:00:00Z'))
    expect(await work.read('integridad', id, keys)).toBeUndefined()
  })
})
