import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { NotFound, WrongState } from '../../../src/platform/errors.ts'
import { getOffice, type Office } from '../../../src/corruption-reports/office.ts'
import { listSkeletons } from '../../../src/corruption-reports/skeleton-store.ts'
import {
  listOwnPlaces,
  readReports,
} from '../../../src/corruption-reports/officers/actions/read-reports.ts'
import { sendMessage } from '../../../src/corruption-reports/officers/actions/send-message.ts'
import {
  takeAct,
  type ActInput,
} from '../../../src/corruption-reports/officers/actions/take-act.ts'
import type { ReportActCode } from '../../../src/corruption-reports/officers/report-states.ts'
import { keepSealed } from '../../../src/corruption-reports/retention/keep-sealed.ts'
import { inSealedTransaction } from '../../../src/corruption-reports/sealed-store.ts'
import {
  bind,
  epochKeysOf,
  noMessage,
  openSlot,
  sealMessage,
  sealWords,
  signAct,
  signReading,
  type EpochKeys,
} from '../../../src/corruption-reports/sealing/index.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { openPart } from '../sealed-sample.ts'
import { memberOf, random, sealTown, tell, type SealedTown } from './sealed-town.ts'

let test: TestSystem
let town: SealedTown
let office: Office

beforeAll(async () => {
  test = await openDemoBook()
  town = await sealTown(test)
})
afterAll(() => test.close())

async function officeNow(): Promise<Office> {
  return (office = await getOffice(test.system, 'demo', test.system.clock()))
}

/** What an officer's browser finds out from the places that the server gives it. */
async function openPlaces(name: string): Promise<Map<string, EpochKeys>> {
  const { id, accountId, keys } = memberOf(town, name)
  const { places } = await listOwnPlaces(test.system, await officeNow(), accountId)
  const opened = places.flatMap((place) => {
    const slot = openSlot({ id: place.reportId, epoch: place.epoch }, id, keys.x, place.blob)
    return slot ? [[hex(place.reportId), epochKeysOf(slot.c)] as const] : []
  })
  return new Map(opened)
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

async function read(name: string, id: Uint8Array, keys: EpochKeys) {
  const { accountId } = memberOf(town, name)
  const proof = signReading(keys, { id, epoch: 1, by: accountId, day: office.day })
  const [report] = await readReports(test.system, office, accountId, [{ id, proof }])
  return report
}

async function take(
  name: string,
  id: Uint8Array,
  keys: EpochKeys,
  act: ReportActCode,
  changes: Partial<ActInput> = {},
) {
  const { accountId } = memberOf(town, name)
  const seq = changes.seq ?? ((await read(name, id, keys))?.course.lastSeq ?? 0) + 1
  const at = { id, epoch: 1, seq }
  const words = sealWords(keys.content.publicKey, at, { reason: 'Hay indicios' }, random)
  const input = { words, conclusion: null, until: null, message: null, ...changes }
  const body = bind(
    input.words ?? new Uint8Array(0),
    input.conclusion ? JSON.stringify(input.conclusion) : '',
    input.until ?? '',
    input.message?.blob ?? new Uint8Array(0),
  )
  const signature = signAct(keys, { ...at, action: act, body })
  await takeAct(test.system, office, accountId, { id, seq, act, signature, ...input })
}

async function toldTo(name: string, narration = 'Pidieron dinero en la ventanilla') {
  const { envelope } = await tell(test, town, { narration })
  const keys = (await openPlaces(name)).get(hex(envelope.id))
  if (!keys) throw new Error(`${name} cannot open the report`)
  return { id: envelope.id, keys }
}

describe('A report in the officers’ room', () => {
  it('opens for the officers, and not for one whom it marks', async () => {
    const marked = memberOf(town, 'integridad2').id
    const { envelope } = await tell(test, town, {
      narration: 'El oficial dos está en esto',
      marks: { members: [marked] },
    })
    const opensFor = async (name: string) => (await openPlaces(name)).has(hex(envelope.id))
    expect([await opensFor('integridad'), await opensFor('integridad2')]).toEqual([true, false])
    expect(await opensFor('alterna')).toBe(false)
  })

  it('shows its state and dates only to whoever proves to open it', async () => {
    const { id, keys } = await toldTo('integridad')
    expect((await read('integridad', id, keys))?.course.state).toBe('sealed')
    const stranger = epochKeysOf(random(32))
    expect(await read('integridad', id, stranger)).toBeUndefined()
  })

  it('moves by a signed act, which stays sealed and starts and meets its clocks', async () => {
    const { id, keys } = await toldTo('integridad')
    await take('integridad', id, keys, 'start_check')
    const report = await read('integridad', id, keys)
    expect(report?.course.state).toBe('requirements_check')
    const acknowledged = report?.course.clocks.find(({ step }) => step === 'acknowledgement')
    expect(acknowledged?.metOn).toBe('2026-03-02')
    expect(Buffer.from(report?.course.events.at(-1)?.body ?? []).toString()).not.toContain(
      'indicios',
    )
  })

  it('does not exist for an officer who cannot sign with its key', async () => {
    const { id } = await toldTo('integridad')
    await expect(
      take('integridad2', id, epochKeysOf(random(32)), 'start_check', { seq: 2 }),
    ).rejects.toThrow(NotFound)
  })

  it('refuses an act whose words were exchanged on the way', async () => {
    const { id, keys } = await toldTo('integridad')
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
      takeAct(test.system, office, accountId, { ...act, words: random(10) }),
    ).rejects.toThrow(NotFound)
  })

  it('refuses a second act of the same number: somebody was faster', async () => {
    const { id, keys } = await toldTo('integridad')
    await take('integridad', id, keys, 'start_check', { seq: 2 })
    await expect(take('integridad2', id, keys, 'note', { seq: 2 })).rejects.toThrow(WrongState)
  })

  it('refuses what the table does not have, with the reason', async () => {
    const { id, keys } = await toldTo('integridad')
    await expect(take('integridad', id, keys, 'conclude')).rejects.toMatchObject({
      problems: [{ field: '/act', code: 'not_from_here' }],
    })
    await take('integridad', id, keys, 'start_check')
    await expect(take('integridad', id, keys, 'ask_correction')).rejects.toMatchObject({
      problems: [{ code: 'switched_off' }],
    })
  })

  it('takes the officer’s messages in their order, each number once', async () => {
    const { id, keys } = await toldTo('integridad')
    const { accountId } = memberOf(town, 'integridad')
    const dialogueKey = random(32)
    const place = { id, epoch: 1, direction: 'to_reporter' as const, seq: 1, previous: noMessage }
    const blob = sealMessage(dialogueKey, place, { text: '¿Qué día fue?' }, random)
    const signature = signAct(keys, { id, epoch: 1, seq: 1, action: 'message', body: blob })
    const message = { id, seq: 1, blob, signature }
    await sendMessage(test.system, office, accountId, message)
    const report = await read('integridad', id, keys)
    expect(report?.messages).toMatchObject([
      { seq: 1, direction: 'to_reporter', byAccount: accountId },
    ])
    await expect(sendMessage(test.system, office, accountId, message)).rejects.toThrow(WrongState)
  })
})

describe('A concluded report', () => {
  const conclusion = { category: 'bribery', outcome: 'confirmed', anonymous: true }

  async function concluded() {
    const { id, keys } = await toldTo('integridad')
    for (const act of ['start_check', 'record_outcome', 'tell_outcome'] as const) {
      await take('integridad', id, keys, act)
    }
    await take('integridad', id, keys, 'conclude', { conclusion })
    return { id, keys }
  }
  const skeletons = () =>
    inSealedTransaction(openPart(test), town.administrationId, (tx) => listSkeletons(tx, '2026-S1'))

  it('leaves a skeleton for the figures and has its day of erasure', async () => {
    const before = (await skeletons()).length
    const { id, keys } = await concluded()
    const report = await read('integridad', id, keys)
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
    await take('integridad', id, keys, 'reopen')
    expect((await read('integridad', id, keys))?.report.retainUntil).toBeNull()
    expect(await skeletons()).toHaveLength(before)
  })

  it('needs a category and an outcome that the regime knows', async () => {
    const { id, keys } = await toldTo('integridad')
    for (const act of ['start_check', 'record_outcome', 'tell_outcome'] as const) {
      await take('integridad', id, keys, act)
    }
    await expect(
      take('integridad', id, keys, 'conclude', {
        conclusion: { ...conclusion, category: 'gossip' },
      }),
    ).rejects.toMatchObject({ problems: [{ field: '/conclusion/category', code: 'required' }] })
  })

  it('has its erasure put off by a reader, and by nothing that is not a later day of the year', async () => {
    const { id, keys } = await concluded()
    test.clockAt('2028-02-28T16:00:00Z')
    const postpone = (until: string | null) =>
      take('integridad', id, keys, 'postpone_erasure', { until })
    await officeNow()
    for (const until of [null, '2028-03-02', '2029-03-01']) {
      await expect(postpone(until)).rejects.toMatchObject({ problems: [{ field: '/until' }] })
    }
    await postpone('2028-03-20')
    const report = await read('integridad', id, keys)
    expect(report?.report.retainUntil).toBe('2028-03-20')
    expect(report?.course.events.at(-1)?.code).toBe('postpone_erasure')
    await keepSealed(test.system, openPart(test), new Date('2028-03-20T12:00:00Z'))
    expect(await read('integridad', id, keys)).toBeDefined()
    await keepSealed(test.system, openPart(test), new Date('2028-03-21T12:00:00Z'))
    expect(await read('integridad', id, keys)).toBeUndefined()
  })
})
