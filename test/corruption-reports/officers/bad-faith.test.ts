import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { inPeru, openDemoBook } from '../../support/demo-book.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { OfficersAtWork } from './officers-at-work.ts'
import { sealTown } from './sealed-town.ts'

let test: TestSystem
let work: OfficersAtWork

beforeAll(async () => {
  test = await openDemoBook({ change: inPeru })
  work = new OfficersAtWork(test, await sealTown(test))
})
afterAll(() => test.close())

describe('A report that looks made in bad faith', () => {
  it('is decided on only after the person was heard, and goes back to where it was', async () => {
    const { id, keys } = await work.toldTo('integridad')
    const stateOf = async () => (await work.read('integridad', id, keys))?.course.state
    const dueOf = async (step: string) => {
      const report = await work.read('integridad', id, keys)
      return report?.course.clocks.find((clock) => clock.step === step)
    }

    await work.take('integridad', id, keys, 'start_check')
    await work.take('integridad', id, keys, 'open_bad_faith')
    expect(await stateOf()).toBe('bad_faith_review')
    // five working days after Monday 2 March
    expect(await dueOf('bad_faith_hearing')).toMatchObject({ dueOn: '2026-03-09' })
    await expect(work.take('integridad', id, keys, 'decide_bad_faith')).rejects.toMatchObject({
      problems: [{ field: '/act' }],
    })

    test.clockAt('2026-03-04T16:00:00Z')
    await work.take('integridad', id, keys, 'hear_bad_faith')
    // ten more, from the hearing
    expect(await dueOf('bad_faith_decision')).toMatchObject({ dueOn: '2026-03-18' })
    await work.take('integridad', id, keys, 'decide_bad_faith')
    expect(await stateOf()).toBe('requirements_check')
  })
})
