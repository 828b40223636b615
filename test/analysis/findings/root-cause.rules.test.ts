import { describe, expect, it } from '@jest/globals'
import { chainOf, rootOf, stateOfCause } from '../../../src/analysis/findings/root-cause.ts'

const why = (because: string, evidence = '') => ({ because, evidence })

describe('The cause of a trouble', () => {
  it('is told, then supposed, and found once every answer says how it is known', () => {
    expect(stateOfCause({ whys: [] })).toBe('told')
    expect(stateOfCause({ whys: [why('Falta personal')] })).toBe('supposed')
    const half = [why('Falta personal', 'Rol de marzo'), why('Nadie cubre vacaciones')]
    expect(stateOfCause({ whys: half })).toBe('supposed')
    const whole = [half[0]!, why('Nadie cubre vacaciones', 'Oficio 12')]
    expect(stateOfCause({ whys: whole })).toBe('found')
  })

  it('is rooted in the last answer', () => {
    expect(rootOf({ whys: [why('uno'), why('dos'), why('')] })).toBe('dos')
    expect(rootOf({ whys: [] })).toBeNull()
  })

  it('stands on a chain without holes, of five at most', () => {
    expect(chainOf([why('uno'), why('', 'algo'), why('tres')])).toEqual([why('uno'), why('tres')])
    expect(chainOf(Array.from({ length: 7 }, () => why('más')))).toHaveLength(5)
  })
})
