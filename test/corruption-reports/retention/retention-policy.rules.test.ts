import { describe, expect, it } from '@jest/globals'
import { mayBeErased } from '../../../src/corruption-reports/retention/retention-policy.ts'

const concluded = {
  concludedOn: '2026-01-10',
  retainUntil: '2026-03-10',
  lastContentOn: '2026-01-05',
}

describe('A sealed report may be erased', () => {
  it('the day after its term has ended, and not on its last day', () => {
    expect(mayBeErased(concluded, '2026-03-10')).toBe(false)
    expect(mayBeErased(concluded, '2026-03-11')).toBe(true)
  })

  it('never while it is open, and never without a term', () => {
    expect(mayBeErased({ ...concluded, concludedOn: null }, '2030-01-01')).toBe(false)
    expect(mayBeErased({ ...concluded, retainUntil: null }, '2030-01-01')).toBe(false)
  })

  it('never just after something new came', () => {
    const told = { ...concluded, lastContentOn: '2026-03-09' }
    expect(mayBeErased(told, '2026-04-08')).toBe(false)
    expect(mayBeErased(told, '2026-04-09')).toBe(true)
  })
})
