import { describe, expect, it } from '@jest/globals'
import { pageOf, shortened } from '../../../src/improvements/told/list-page.ts'

const changes = Array.from({ length: 45 }, (_, index) => index + 1)

describe('The public list of changes', () => {
  it('shows twenty at once, the newest first, with a way to the others', () => {
    expect(pageOf(changes, undefined)).toEqual({
      shown: changes.slice(0, 20),
      newer: null,
      older: 2,
    })
    expect(pageOf(changes, '3')).toEqual({ shown: changes.slice(40), newer: 2, older: null })
  })

  it.each(['0', '-1', 'dos', '99999', ['2']])('takes %j for a page that is there', (asked) => {
    expect(pageOf(changes.slice(0, 3), asked)).toEqual({
      shown: [1, 2, 3],
      newer: null,
      older: null,
    })
  })

  it('says the beginning of what is long, and ends with a word', () => {
    expect(shortened('Pusimos turnos.')).toBe('Pusimos turnos.')
    const short = shortened('turnos y sillas, '.repeat(40))
    expect(short).toMatch(/(turnos|y|sillas)…$/)
    expect(short.length).toBeLessThanOrEqual(241)
    expect(shortened('x'.repeat(500))).toBe(`${'x'.repeat(240)}…`)
  })
})
