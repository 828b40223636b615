import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { chooseHandler, type PossibleHandler } from '../../src/routing/choose-handler.ts'
import { withSubstitutes } from '../../src/routing/handler-in-unit.ts'

function person(
  accountId: string,
  openCases: number,
  more: Partial<PossibleHandler> = {},
): PossibleHandler {
  return { accountId, openCases, absent: false, substituteOf: null, ...more }
}

describe('who handles a case of a unit', () => {
  it('is the member with the fewest open cases', () => {
    const choice = chooseHandler([person('ana', 4), person('beto', 2), person('carla', 3)], [])
    expect(choice.accountId).toBe('beto')
    expect(choice.candidates.map(({ standing }) => standing)).toEqual([
      'more_loaded',
      'chosen',
      'more_loaded',
    ])
  })

  it('is always the same one when loads are equal', () => {
    const people = [person('beto', 2), person('ana', 2)]
    expect(chooseHandler(people, []).accountId).toBe('ana')
    expect(chooseHandler(people.toReversed(), []).accountId).toBe('ana')
  })

  it('is never somebody whom the case names or who is absent', () => {
    const choice = chooseHandler(
      [person('ana', 0, { absent: true }), person('dora', 0), person('beto', 9)],
      ['dora'],
    )
    expect(choice.candidates.map(({ standing }) => standing)).toEqual([
      'absent',
      'named_in_case',
      'chosen',
    ])
  })

  it('is nobody in a unit without members', () => {
    expect(chooseHandler([], [])).toEqual({ accountId: null, candidates: [] })
  })

  it('is, of any unit, somebody present, not named, and no more loaded than the rest of them', () => {
    const accountId = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
    const anybody = fc.record({ accountId, openCases: fc.nat(9), absent: fc.boolean() })
    const unit = fc.uniqueArray(anybody, { selector: (someone) => someone.accountId })
    fc.assert(
      fc.property(unit, fc.array(accountId), (members, excluded) => {
        const people = members.map((someone) => ({ ...someone, substituteOf: null }))
        const free = people.filter(
          (someone) => !someone.absent && !excluded.includes(someone.accountId),
        )
        const choice = chooseHandler(people, excluded)
        const chosen = people.find((someone) => someone.accountId === choice.accountId)
        if (free.length === 0) return chosen === undefined
        return (
          chosen !== undefined &&
          free.includes(chosen) &&
          free.every((someone) => someone.openCases >= chosen.openCases)
        )
      }),
    )
  })
})

describe('who stands in for an absent member', () => {
  const away = (accountId: string, substituteAccountId: string | null = null) => ({
    accountId,
    substituteAccountId,
  })

  it('may belong to another unit and stands beside the members who are present', () => {
    expect(withSubstitutes(['ana', 'beto'], [away('ana', 'zoe')])).toEqual([
      { accountId: 'ana', absent: true, substituteOf: null },
      { accountId: 'beto', absent: false, substituteOf: null },
      { accountId: 'zoe', absent: false, substituteOf: 'ana' },
    ])
  })

  it('stands there once, though a member or the substitute of two', () => {
    const absent = [away('ana', 'beto'), away('carla', 'zoe'), away('dora', 'zoe')]
    const people = withSubstitutes(['ana', 'beto', 'carla', 'dora'], absent)
    expect(people.map(({ accountId }) => accountId)).toEqual([
      'ana',
      'beto',
      'carla',
      'dora',
      'zoe',
    ])
  })

  it('is nobody when two absent members stand in for each other', () => {
    const people = withSubstitutes(['ana', 'beto'], [away('ana', 'beto'), away('beto', 'ana')])
    expect(people.every(({ absent }) => absent)).toBe(true)
  })
})
