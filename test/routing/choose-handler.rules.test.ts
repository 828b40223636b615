import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { chooseHandler, type UnitMember } from '../../src/routing/choose-handler.ts'

function member(accountId: string, openCases: number, more: Partial<UnitMember> = {}): UnitMember {
  return { accountId, openCases, absent: false, substitute: null, ...more }
}

describe('who handles a case of a unit', () => {
  it('is the member with the fewest open cases', () => {
    const choice = chooseHandler([member('ana', 4), member('beto', 2), member('carla', 3)], [])
    expect(choice.accountId).toBe('beto')
    expect(choice.candidates.map(({ standing }) => standing)).toEqual([
      'more_loaded',
      'chosen',
      'more_loaded',
    ])
  })

  it('is always the same one when loads are equal', () => {
    const members = [member('beto', 2), member('ana', 2)]
    expect(chooseHandler(members, []).accountId).toBe('ana')
    expect(chooseHandler(members.toReversed(), []).accountId).toBe('ana')
  })

  it('is never somebody whom the case names, even as a substitute', () => {
    const named = member('dora', 0)
    const away = member('ana', 0, { absent: true, substitute: named })
    expect(chooseHandler([away, named, member('beto', 9)], ['dora']).accountId).toBe('beto')
  })

  it('may be the substitute of somebody absent, though of another unit', () => {
    const away = member('ana', 0, { absent: true, substitute: member('zoe', 1) })
    const choice = chooseHandler([away, member('beto', 3)], [])
    expect(choice.accountId).toBe('zoe')
    expect(choice.candidates).toContainEqual({
      accountId: 'zoe',
      openCases: 1,
      standing: 'chosen',
      substituteOf: 'ana',
    })
  })

  it('is sought along the chain while substitutes are absent too', () => {
    const second = member('b', 0, { absent: true, substitute: member('c', 5) })
    expect(
      chooseHandler([member('a', 0, { absent: true, substitute: second })], []).accountId,
    ).toBe('c')
  })

  it('is nobody when two absent people stand in for each other', () => {
    const one = member('a', 0, { absent: true })
    const other = member('b', 0, { absent: true, substitute: one })
    one.substitute = other
    expect(chooseHandler([one, other], []).accountId).toBeNull()
  })

  it('is nobody in a unit without members', () => {
    expect(chooseHandler([], [])).toEqual({ accountId: null, candidates: [] })
  })

  it('is, of any unit, somebody present, not named, and no more loaded than the rest of them', () => {
    const accountId = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
    const anybody = fc.record({ accountId, openCases: fc.nat(9), absent: fc.boolean() })
    const unit = fc.uniqueArray(anybody, { selector: (someone) => someone.accountId })
    fc.assert(
      fc.property(unit, fc.array(accountId), (people, excluded) => {
        const members = people.map((someone) => ({ ...someone, substitute: null }))
        const free = members.filter(
          (someone) => !someone.absent && !excluded.includes(someone.accountId),
        )
        const chosen = members.find(
          (someone) => someone.accountId === chooseHandler(members, excluded).accountId,
        )
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
