import { describe, expect, it } from '@jest/globals'
import { TooMany } from '../../src/platform/errors.ts'
import { FairTurns } from '../../src/people/fair-turns.ts'

describe('Heavy work', () => {
  it('runs only so many at once', async () => {
    const turns = new FairTurns({ atOnce: 2, longestQueue: 20 })
    let running = 0
    let most = 0
    const work = async () => {
      most = Math.max(most, ++running)
      await new Promise(setImmediate)
      running -= 1
    }
    await Promise.all(Array.from({ length: 10 }, () => turns.take('one', work)))
    expect(most).toBe(2)
    expect(running).toBe(0)
  })

  it('of somebody who floods does not hold up another', async () => {
    const turns = new FairTurns({ atOnce: 1, longestQueue: 20 })
    const done: string[] = []
    const ask = (asker: string) => turns.take(asker, async () => void done.push(asker))
    await Promise.all([...Array.from({ length: 10 }, () => ask('flood')), ask('colleague')])
    expect(done.indexOf('colleague')).toBeLessThanOrEqual(2)
    expect(done).toHaveLength(11)
  })

  it('is refused to whoever already has too much waiting, and to nobody else', async () => {
    const turns = new FairTurns({ atOnce: 1, longestQueue: 2 })
    const ask = (asker: string) => turns.take(asker, () => new Promise(setImmediate))
    const asked = await Promise.allSettled([
      ...Array.from({ length: 4 }, () => ask('flood')),
      ask('colleague'),
    ])
    expect(asked.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
    expect((asked[3] as PromiseRejectedResult).reason).toBeInstanceOf(TooMany)
  })

  it('that fails gives its turn back', async () => {
    const turns = new FairTurns({ atOnce: 1, longestQueue: 2 })
    await expect(turns.take('one', () => Promise.reject(new Error('broken')))).rejects.toThrow(
      'broken',
    )
    await expect(turns.take('one', async () => 'next')).resolves.toBe('next')
  })
})
