import { describe, expect, it } from '@jest/globals'
import { standInFor, type Absent } from '../../src/people/absence-rules.ts'

const away = (accountId: string, substituteAccountId: string | null = null): Absent => ({
  accountId,
  substituteAccountId,
})

describe('While somebody is away', () => {
  it.each<[string, Absent[], string | null]>([
    ['nobody is: the person', [], 'ana'],
    ['another is: the person', [away('beto', 'ciro')], 'ana'],
    ['the substitute stands in', [away('ana', 'beto')], 'beto'],
    ['nobody was named', [away('ana')], null],
    ['the substitute is away too: theirs', [away('ana', 'beto'), away('beto', 'ciro')], 'ciro'],
    ['the substitute is away without one', [away('ana', 'beto'), away('beto')], null],
    ['they would stand in for each other', [away('ana', 'beto'), away('beto', 'ana')], null],
    ['two absences overlap and one names nobody', [away('ana'), away('ana', 'beto')], 'beto'],
  ])('%s', (_, absent, expected) => {
    expect(standInFor('ana', absent)).toBe(expected)
  })
})
