import { describe, expect, it } from '@jest/globals'
import { coverageOf, passes } from '../../../src/improvements/dissemination/dissemination.ts'
import type { Colleague, Role } from '../../../src/people/index.ts'

const colleague = (name: string, role: Role, since: string, centreId = 'c'): Colleague => ({
  accountId: name,
  name,
  posts: [{ role, centreId, unitId: null, since }],
})

describe('What the staff was told', () => {
  const staff = [
    colleague('ana', 'office_head', '2026-01-01'),
    colleague('beto', 'site_officer', '2026-01-01'),
    colleague('carla', 'site_officer', '2026-03-15'),
    colleague('dario', 'site_officer', '2026-01-01', 'other'),
  ]
  const told = { centreId: 'c', audience: [], begunOn: '2026-03-01' }
  const readAt = new Date('2026-03-04T16:00:00Z')
  const names = (people: readonly { name: string }[]) => people.map(({ name }) => name)

  it('AC-01: shows who read it, who is missing and who came since, of those of the centre', () => {
    const readings = [{ accountId: 'ana', readAt }]
    const { read, missing, arrived } = coverageOf(told, staff, readings, 'America/Mexico_City')
    expect([names(read), names(missing), names(arrived)]).toEqual([['ana'], ['beto'], ['carla']])
    expect(read[0]?.readOn).toBe('2026-03-04')
  })

  it('AC-03: goes only to whom it is meant for', () => {
    const toWindows = { ...told, audience: ['site_officer'] as Role[] }
    const { missing, arrived } = coverageOf(toWindows, staff, [], 'America/Mexico_City')
    expect([names(missing), names(arrived)]).toEqual([['beto'], ['carla']])
  })

  it('forgets nobody who left, since they count no more', () => {
    const readings = [{ accountId: 'zoe', readAt }]
    expect(coverageOf(told, staff, readings, 'America/Mexico_City').read).toEqual([])
  })

  it('is known when every question has its right answer', () => {
    const quiz = [
      { text: 'a', answers: ['x', 'y'], right: 1 },
      { text: 'b', answers: ['x', 'y'], right: 0 },
    ]
    expect([passes(quiz, [1, 0]), passes(quiz, [1, null]), passes([], [])]).toEqual([
      true,
      false,
      true,
    ])
  })
})
