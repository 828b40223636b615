import { describe, expect, it } from '@jest/globals'
import type { BookRules } from '../../src/administrations/index.ts'
import { startUpSteps, type Begun } from '../../src/installation/founding/start-up.ts'

const book = (parts: object) =>
  ({
    administration: { openedAt: null, theme: {} },
    units: [],
    services: [],
    centres: [],
    ownTerms: [],
    authorisations: new Set(),
    regime: { kinds: [], terms: [] },
    ...parts,
  }) as unknown as BookRules

const begun = (parts: object, more: Partial<Begun> = {}): Begun => ({
  book: book(parts),
  today: '2026-03-02',
  hasManager: false,
  lastYearOfDays: 2026,
  hasCases: false,
  ...more,
})

const stateOf = (of: Begun, step: string) =>
  startUpSteps(of).find((one) => one.step === step)?.state

describe('The way to the first filing', () => {
  it('says what to do now, one thing only', () => {
    const steps = startUpSteps(begun({}))
    expect(steps.filter(({ state }) => state === 'next').map(({ step }) => step)).toEqual(['units'])
    expect(stateOf(begun({ units: [{}] }), 'services')).toBe('next')
  })

  it('never waits for what the book opens without', () => {
    const ready = begun({ units: [{}], services: [{}], centres: [{}] }, { hasManager: true })
    expect(stateOf(ready, 'look')).toBe('optional')
    expect(stateOf(ready, 'opening')).toBe('next')
  })

  it('asks for the holidays again where this year’s are not known', () => {
    const late = begun({ units: [{}] }, { lastYearOfDays: 2025 })
    expect(stateOf(late, 'days')).toBe('waiting')
  })
})
