import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  elapsedWorkingDays,
  explainDueDate,
  extendClock,
  getCalendar,
  listClocks,
  listMoves,
  resumeClocks,
  stopAllClocks,
  stopClock,
  suspendClocks,
  tellDueDate,
} from '../../src/deadlines/index.ts'
import { inTransaction, type Tx } from '../../src/platform/database/connection.ts'
import { Invalid, NotFound, WrongState } from '../../src/platform/errors.ts'
import { translator } from '../../src/platform/i18n/index.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'
import { buildClock, buildTown, noon, type Town } from './fixtures.ts'

let test: TestSystem
let town: Town
beforeAll(async () => {
  test = await openTestSystem()
  town = await buildTown(test.system)
})
afterAll(() => test.close())

const work = <T>(doing: (tx: Tx) => Promise<T>) => inTransaction(test.system.db, doing)
const build = (filedOn: string, changes?: Parameters<typeof buildClock>[3]) =>
  buildClock(test.system, town, filedOn, changes)

describe('a clock of a case', () => {
  it('is stored with its rule, its date and the version of the calendar that it came from', async () => {
    const { of, dueOn } = await build('2026-07-17')
    expect(dueOn).toBe('2026-09-03')
    const [clock] = await listClocks(test.system.db, of)
    expect(clock).toMatchObject({
      step: 'answer',
      dueOn: '2026-09-03',
      neverBefore: '2026-09-03',
      calendarCode: town.calendarCode,
      calendarVersion: 1,
      suspensions: [],
      extensions: [],
    })
    expect(clock?.term).toMatchObject({ days: 30, unit: 'business', source: 'Art. 14' })
  })

  it('runs once for each step, and again after it stopped', async () => {
    const { of } = await build('2026-07-17')
    await expect(build('2026-07-20', { caseId: of.caseId })).rejects.toThrow('clocks_one_a_step')
    await work((tx) => stopClock(tx, of, 'answer', noon('2026-07-21')))
    await build('2026-07-21', { caseId: of.caseId })
    expect(await listClocks(test.system.db, of)).toHaveLength(2)
  })

  it('waits for the person and moves by the working days waited, which it explains', async () => {
    const { of, clockId } = await build('2026-07-17')
    await work((tx) => suspendClocks(tx, of, 'awaiting_correction', noon('2026-07-22')))
    const [paused] = await listClocks(test.system.db, of)
    expect(paused?.suspensions).toEqual([{ from: '2026-07-22', reason: 'awaiting_correction' }])

    const [resumed] = await work((tx) =>
      resumeClocks(tx, of, 'awaiting_correction', noon('2026-07-27')),
    )
    expect(resumed?.dueOn).toBe('2026-09-07')
    const [stored] = await listClocks(test.system.db, of)
    expect(stored).toEqual(resumed)
    expect(
      await listMoves(test.system.db, { administrationId: of.administrationId, clockId }),
    ).toMatchObject([{ dueBefore: '2026-09-03', dueAfter: '2026-09-07', reason: 'suspension' }])

    const calendar = await getCalendar(test.system.db, town.calendarCode)
    const wording = { language: 'es', t: translator('es') }
    expect(explainDueDate(stored!, calendar, wording).sentence).toContain(
      'más los 2 días en que esperamos su respuesta',
    )
  })

  it('is suspended only by the reasons of its rule, and once', async () => {
    const { of } = await build('2026-07-17')
    const suspend = (reason: string) =>
      work((tx) => suspendClocks(tx, of, reason, noon('2026-07-22')))
    expect(await suspend('lunch')).toEqual([])
    expect(await suspend('awaiting_correction')).toHaveLength(1)
    expect(await suspend('awaiting_correction')).toEqual([])
    expect(await work((tx) => resumeClocks(tx, of, 'lunch', noon('2026-07-23')))).toEqual([])
  })

  it('resumes from the working day on which a weekend reply counts as made, where the rule says so', async () => {
    const { of } = await build('2026-07-17', {
      term: { filedOnNonWorkingDay: 'counts_next_working_day' },
    })
    await work((tx) => suspendClocks(tx, of, 'awaiting_correction', noon('2026-08-07')))
    const [clock] = await work((tx) =>
      resumeClocks(tx, of, 'awaiting_correction', noon('2026-08-08')),
    )
    expect(clock?.suspensions).toMatchObject([{ from: '2026-08-07', until: '2026-08-10' }])
    expect(clock?.dueOn).toBe('2026-09-04')
  })

  it('that stops while it waits was not late, and one that stops after its day was', async () => {
    const waiting = await build('2026-07-17')
    await work((tx) => suspendClocks(tx, waiting.of, 'awaiting_correction', noon('2026-07-22')))
    const inTime = await work((tx) => stopClock(tx, waiting.of, 'answer', noon('2026-10-30')))
    expect(inTime).toMatchObject({ overdueAt: null, stoppedOn: '2026-10-30' })
    const calendar = await getCalendar(test.system.db, town.calendarCode)
    expect(elapsedWorkingDays(inTime!, calendar, '2027-01-01')).toBe(3)

    const late = await build('2026-07-17')
    const [stopped] = await work((tx) => stopAllClocks(tx, late.of, noon('2026-09-04')))
    expect(stopped?.overdueAt).toEqual(noon('2026-09-04'))
    expect(await work((tx) => stopClock(tx, late.of, 'answer', noon('2026-09-04')))).toBeNull()
  })

  it('is stopped by the day of the place: late in the evening is still the same day', async () => {
    const { of } = await build('2026-07-17')
    const lastMinute = new Date('2026-09-04T04:59:00Z')
    const clock = await work((tx) => stopClock(tx, of, 'answer', lastMinute))
    expect(clock).toMatchObject({ stoppedOn: '2026-09-03', overdueAt: null })
  })

  it('has a date that counts as told only once the person was told', async () => {
    const { of } = await build('2026-07-17', { told: false })
    expect((await listClocks(test.system.db, of))[0]?.neverBefore).toBeUndefined()
    await work((tx) => tellDueDate(tx, of, 'answer'))
    expect((await listClocks(test.system.db, of))[0]?.neverBefore).toBe('2026-09-03')
  })
})

describe('an extension', () => {
  const extension = { days: 10, unit: 'business', times: 1, source: 'Art. 31' } as const
  const extend = (of: Parameters<typeof extendClock>[1], day: string, days?: number) =>
    work((tx) => extendClock(tx, of, { step: 'answer', ...(days && { days }) }, noon(day)))

  it('is given as often and as long as the rule allows', async () => {
    const { of } = await build('2026-07-17', { days: 20, term: { extension } })
    await expect(extend(of, '2026-08-03', 11)).rejects.toBeInstanceOf(Invalid)
    expect((await extend(of, '2026-08-03')).dueOn).toBe('2026-09-03')
    expect((await listClocks(test.system.db, of))[0]?.extensions).toEqual([
      { days: 10, unit: 'business', at: noon('2026-08-03'), source: 'Art. 31' },
    ])
    await expect(extend(of, '2026-08-04')).rejects.toBeInstanceOf(WrongState)
  })

  it('does not exist where the rule has none, and comes too late after the date', async () => {
    const none = await build('2026-07-17')
    await expect(extend(none.of, '2026-08-03')).rejects.toBeInstanceOf(WrongState)
    const late = await build('2026-07-17', { term: { extension } })
    await expect(extend(late.of, '2026-09-04')).rejects.toBeInstanceOf(WrongState)
    await work((tx) => stopAllClocks(tx, late.of, noon('2026-09-04')))
    await expect(extend(late.of, '2026-09-04')).rejects.toBeInstanceOf(NotFound)
  })
})
