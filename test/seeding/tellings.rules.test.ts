import { describe, expect, it } from '@jest/globals'
import { readStoryScript } from '../../src/seeding/story/story-script.ts'
import { tellingsAround } from '../../src/seeding/story/tellings.ts'

const trouble = { name: 'wait', centre: 'c', service: 's', motive: 'm', sayings: ['…'] }

describe('What is told around a change', () => {
  it('is spread over blocks of thirty days that end on the day of the change and begin after it', () => {
    const told = tellingsAround([{ ...trouble, before: [1, 2], after: [3] }], '2026-03-01')
    expect(told.map(({ day }) => day)).toEqual([
      '2026-01-16',
      '2026-02-07',
      '2026-02-22',
      '2026-03-07',
      '2026-03-17',
      '2026-03-27',
    ])
    expect(told.map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('is in the order of its days, whichever trouble it is of', () => {
    const one = { ...trouble, before: [1], after: [1] }
    const other = { ...one, name: 'heat', before: [2] }
    const days = tellingsAround([one, other], '2026-03-01').map(({ day }) => day)
    expect(days).toEqual(days.toSorted())
  })

  it('has two years before the change, as the demonstration tells it', async () => {
    const { troubles } = await readStoryScript()
    for (const { before, after, name } of troubles) {
      expect([name, before.length * 30 >= 720, after.length * 30]).toEqual([name, true, 180])
    }
  })
})
