import { describe, expect, it } from '@jest/globals'
import { makeChance } from '../../src/seeding/chance.ts'
import { weekday } from '../../src/platform/dates.ts'
import { inventDays } from '../../src/seeding/invented-days.ts'

function draw(seed: number): number[] {
  const chance = makeChance(seed)
  return Array.from({ length: 5 }, () => chance.next())
}

describe('Chance that can be repeated', () => {
  it('gives the same for the same seed and something else for another', () => {
    expect(draw(4)).toEqual(draw(4))
    expect(draw(4)).not.toEqual(draw(5))
  })

  it('draws each weight as often as it says', () => {
    const chance = makeChance(1)
    const drawn = Array.from({ length: 4000 }, () => chance.weighted({ often: 3, seldom: 1 }))
    const often = drawn.filter((name) => name === 'often').length / drawn.length
    expect(often).toBeGreaterThan(0.72)
    expect(often).toBeLessThan(0.78)
  })

  it('gives each thing a source of its own', () => {
    const [one, other] = [makeChance(9), makeChance(9)]
    one.next()
    expect(one.of(3).next()).toBe(other.of(3).next())
    expect(one.of(3).next()).not.toBe(one.of(4).next())
  })
})

describe('Invented days', () => {
  const span = {
    from: new Date('2025-11-20T20:00:00Z'),
    until: new Date('2026-02-10T15:00:00Z'),
    timeZone: 'America/Mexico_City',
  }

  it('hold exactly the cases asked for, in order, none outside the time', () => {
    const instants = [...inventDays(makeChance(3), 500, { ...span, lately: 1 })].flatMap(
      ({ filings }) => filings,
    )
    expect(instants).toHaveLength(500)
    expect(instants).toEqual([...instants].sort((one, other) => Number(one) - Number(other)))
    expect(instants.every((at) => at >= span.from && at <= span.until)).toBe(true)
  })

  it('crowd towards the end where they are asked to', () => {
    const days = [...inventDays(makeChance(3), 500, { ...span, lately: 3 })]
    const half = Math.floor(days.length / 2)
    const count = (part: typeof days) => part.reduce((sum, { filings }) => sum + filings.length, 0)
    expect(count(days.slice(half))).toBeGreaterThan(6 * count(days.slice(0, half)))
  })

  it('have the rhythm of weeks and years where they are asked to, and no case fewer', () => {
    const year = {
      ...span,
      from: new Date('2025-01-06T12:00:00Z'),
      until: new Date('2026-01-04T12:00:00Z'),
    }
    const days = [...inventDays(makeChance(3), 5000, { ...year, lately: 1, seasons: true })]
    const count = (isIt: (day: string) => boolean) =>
      days.filter(({ day }) => isIt(day)).reduce((sum, { filings }) => sum + filings.length, 0)
    expect(count(() => true)).toBe(5000)
    expect(count((day) => weekday(day) === 1)).toBeGreaterThan(
      4 * count((day) => weekday(day) === 7),
    )
    const of = (month: string) => count((day) => day.startsWith(month))
    expect(of('2025-10')).toBeGreaterThan(1.2 * of('2025-07'))
  })
})
