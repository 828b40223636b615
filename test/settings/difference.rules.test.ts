import { describe, expect, it } from '@jest/globals'
import { differenceOf } from '../../src/settings/difference.ts'

const said = (...facts: [string, string][]) => ({
  name: 'Caja',
  facts: facts.map(([label, text]) => ({ label, text })),
})

describe('What a change says', () => {
  it('is only what differs', () => {
    const before = said(['Nombre', 'Caja'], ['Costo', ''])
    const after = said(['Nombre', 'Caja'], ['Costo', 'Gratis'])
    expect(differenceOf(before, after)).toEqual([{ label: 'Costo', before: null, after: 'Gratis' }])
  })

  it('is everything of what is new and of what was taken away', () => {
    const one = said(['Nombre', 'Caja'])
    expect(differenceOf(null, one)).toEqual([{ label: 'Nombre', before: null, after: 'Caja' }])
    expect(differenceOf(one, null)).toEqual([{ label: 'Nombre', before: 'Caja', after: null }])
  })
})
