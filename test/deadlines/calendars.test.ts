import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  getCalendar,
  listCalendarLayers,
  listClocks,
  listMoves,
  listOwnCalendars,
  loadCalendar,
  readCalendarFile,
  recomputeOpenClocks,
  resumeClocks,
  stopAllClocks,
  suspendClocks,
  type CalendarDay,
  type MovedClock,
} from '../../src/deadlines/index.ts'
import { recomputeStaleClocks } from '../../src/deadlines/actions/recompute-open-clocks.ts'
import { inTransaction, type Tx } from '../../src/platform/database/connection.ts'
import { Invalid, NotFound } from '../../src/platform/errors.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'
import {
  buildClock,
  buildTown,
  declareDay,
  noon,
  ownCalendar,
  withdrawDay,
  type Town,
} from './fixtures.ts'

let test: TestSystem
beforeAll(async () => {
  test = await openTestSystem()
})
afterAll(() => test.close())

const work = <T>(doing: (tx: Tx) => Promise<T>) => inTransaction(test.system.db, doing)
const own = ({ calendarCode, administrationId }: Town) => ({ code: calendarCode, administrationId })
const closure = (date: string): CalendarDay => ({
  date,
  name: { es: 'Corte de luz', en: 'Power cut' },
  kind: 'closure',
  source: 'Acta 7',
})
const declare = (town: Town, day: CalendarDay) =>
  work((tx) => declareDay(tx, test.system.jobs, own(town), day))
const withdraw = (town: Town, date: string) =>
  work((tx) => withdrawDay(tx, test.system.jobs, own(town), date))

async function recompute(town: Town, day: string): Promise<MovedClock[]> {
  const moved: MovedClock[] = []
  await recomputeOpenClocks(test.system.db, town.calendarCode, noon(day), async (_tx, batch) => {
    moved.push(...batch)
  })
  return moved
}

describe('a calendar that is stored', () => {
  it('comes back as it was loaded, on top of the one that it stands on', async () => {
    const town = await buildTown(test.system)
    const layers = await listCalendarLayers(test.system.db, town.calendarCode)
    expect(layers.map(({ code }) => code)).toEqual(['pe-national', town.calendarCode])
    expect(layers[0]?.days).toHaveLength(64)
    expect(layers[0]?.days[3]).toEqual({
      date: '2024-05-01',
      name: { es: 'Día del Trabajo', en: 'Labour Day' },
      kind: 'holiday',
      source: 'D.Leg. 713, art. 6',
    })
    const calendar = await getCalendar(test.system.db, town.calendarCode)
    expect(calendar.isWorking('2026-07-28')).toBe(false)
    expect(await listOwnCalendars(test.system.db, town.administrationId)).toEqual([
      { code: town.calendarCode, name: { es: 'Días propios', en: 'Own days' } },
    ])
  })

  it('loaded again unchanged stays the version that it is', async () => {
    const town = await buildTown(test.system)
    const pack = new URL('../../packs/calendars/pe-national.yaml', import.meta.url)
    const file = readCalendarFile(readFileSync(pack, 'utf8'))
    expect(await work((tx) => loadCalendar(tx, test.system.jobs, file))).toBe('same')
    const renamed = { ...ownCalendar(town.calendarCode), source: 'Acuerdo 2' }
    const load = () =>
      work((tx) => loadCalendar(tx, test.system.jobs, renamed, town.administrationId))
    expect([await load(), await load()]).toEqual(['changed', 'same'])
  })

  it('is not taken over by another administration, nor does it stand on itself or on nothing', async () => {
    const [town, other] = [await buildTown(test.system), await buildTown(test.system)]
    const load = (file: ReturnType<typeof ownCalendar>, owner: Town) =>
      work((tx) => loadCalendar(tx, test.system.jobs, file, owner.administrationId))
    const file = ownCalendar(town.calendarCode)
    const codeOf = (promise: Promise<unknown>) =>
      promise.catch((error: unknown) =>
        error instanceof Invalid ? error.problems[0]?.code : error,
      )
    expect(await codeOf(load(file, other))).toBe('code_taken')
    expect(await codeOf(load({ ...file, parent: town.calendarCode }, town))).toBe('parent_circle')
    expect(await codeOf(load({ ...file, parent: 'nowhere' }, town))).toBe('unknown_parent')
  })

  it('lets an administration declare days in its own calendar only, each once', async () => {
    const [town, other] = [await buildTown(test.system), await buildTown(test.system)]
    await declare(town, closure('2026-03-04'))
    await expect(declare(town, closure('2026-03-04'))).rejects.toBeInstanceOf(Invalid)
    const foreign = { code: town.calendarCode, administrationId: other.administrationId }
    const intrude = work((tx) => declareDay(tx, test.system.jobs, foreign, closure('2026-03-05')))
    await expect(intrude).rejects.toBeInstanceOf(NotFound)
    await expect(
      declare({ ...town, calendarCode: 'pe-national' }, closure('2026-03-05')),
    ).rejects.toBeInstanceOf(NotFound)
    await expect(withdraw(town, '2026-03-05')).rejects.toBeInstanceOf(NotFound)
    expect((await getCalendar(test.system.db, town.calendarCode)).isWorking('2026-03-04')).toBe(
      false,
    )
    expect((await getCalendar(test.system.db, other.calendarCode)).isWorking('2026-03-04')).toBe(
      true,
    )
  })
})

describe('when a calendar changes', () => {
  it('a new closure moves open clocks, and the old date stays with the reason', async () => {
    const town = await buildTown(test.system)
    const { of, clockId } = await buildClock(test.system, town, '2026-07-17')
    const stopped = await buildClock(test.system, town, '2026-07-17')
    await work((tx) => stopAllClocks(tx, stopped.of, noon('2026-07-20')))
    await declare(town, closure('2026-08-10'))

    expect(await recompute(town, '2026-08-09')).toMatchObject([
      { dueBefore: '2026-09-03', clock: { clockId, dueOn: '2026-09-04', calendarVersion: 2 } },
    ])
    expect(await recompute(town, '2026-08-09')).toEqual([])
    const key = { administrationId: of.administrationId, clockId }
    expect(await listMoves(test.system.db, key)).toMatchObject([
      { dueBefore: '2026-09-03', dueAfter: '2026-09-04', reason: 'calendar' },
    ])
    expect((await listClocks(test.system.db, stopped.of))[0]?.dueOn).toBe('2026-09-03')
  })

  it('taking a day back never shortens a date that was told, but one that was not', async () => {
    const town = await buildTown(test.system)
    await declare(town, closure('2026-08-10'))
    const told = await buildClock(test.system, town, '2026-07-17')
    const untold = await buildClock(test.system, town, '2026-07-17', { told: false })
    expect([told.dueOn, untold.dueOn]).toEqual(['2026-09-04', '2026-09-04'])
    await withdraw(town, '2026-08-10')

    const moved = await recompute(town, '2026-07-20')
    expect(moved.map(({ clock }) => [clock.clockId, clock.dueOn])).toEqual([
      [untold.clockId, '2026-09-03'],
    ])
    expect((await listClocks(test.system.db, told.of))[0]).toMatchObject({
      dueOn: '2026-09-04',
      calendarVersion: 3,
    })
  })

  it('a clock that waits moves now, and by the days waited when it goes on', async () => {
    const town = await buildTown(test.system)
    const { of } = await buildClock(test.system, town, '2026-07-17')
    await work((tx) => suspendClocks(tx, of, 'awaiting_correction', noon('2026-07-22')))
    await declare(town, closure('2026-08-10'))
    expect(await recompute(town, '2026-07-24')).toMatchObject([{ clock: { dueOn: '2026-09-04' } }])
    const [clock] = await work((tx) =>
      resumeClocks(tx, of, 'awaiting_correction', noon('2026-07-27')),
    )
    expect(clock?.dueOn).toBe('2026-09-08')
  })

  it('a change of the country reaches those who stand on it, through a job sent with the change', async () => {
    const town = await buildTown(test.system)
    await buildClock(test.system, town, '2026-07-17')
    const pack = new URL('../../packs/calendars/pe-national.yaml', import.meta.url)
    const file = readCalendarFile(readFileSync(pack, 'utf8'))
    const decreed = { ...closure('2026-08-31'), kind: 'holiday', source: 'DS 1' } as const
    const { jobs, db } = test.system
    await work((tx) => loadCalendar(tx, jobs, { ...file, days: [...file.days, decreed] }))
    expect(await recompute(town, '2026-08-01')).toMatchObject([{ clock: { dueOn: '2026-09-04' } }])
    expect(
      await recomputeStaleClocks(db, noon('2026-08-01'), async () => undefined),
    ).toBeGreaterThan(0)
    expect(await recomputeStaleClocks(db, noon('2026-08-01'), async () => undefined)).toBe(0)
  })

  it('stopped half-way it goes on where it was, and what its listener refuses is not moved', async () => {
    const town = await buildTown(test.system)
    const { of } = await buildClock(test.system, town, '2026-07-17')
    await declare(town, closure('2026-08-10'))
    const refused = recomputeOpenClocks(
      test.system.db,
      town.calendarCode,
      noon('2026-08-01'),
      async () => {
        throw new Error('no room')
      },
    )
    await expect(refused).rejects.toThrow('no room')
    expect((await listClocks(test.system.db, of))[0]?.dueOn).toBe('2026-09-03')
    expect(await recompute(town, '2026-08-01')).toHaveLength(1)
  })
})
