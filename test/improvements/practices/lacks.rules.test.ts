import { describe, expect, it } from '@jest/globals'
import {
  lacksOf,
  recognitionLacks,
  type Around,
} from '../../../src/improvements/practices/lacks.ts'
import { mayAcknowledge } from '../../../src/improvements/practices/practice-policy.ts'
import {
  isStillKnown,
  type Practice,
  type Tests,
} from '../../../src/improvements/practices/practice.ts'
import type { Role, Staff } from '../../../src/people/index.ts'

const met = { met: true, reason: 'Se midió' }
const tests: Tests = { model: met, benefit: met, impact: met, innovation: met }
const whole: Practice = {
  ...{ administrationId: 'a', practiceId: 'p', version: 2, centreId: null, kind: 'replicated' },
  ...{ name: 'Fila única', problem: 'Espera', initiative: 'Una fila', originalId: 'original' },
  ...{ adaptation: 'Con bancas', draft: 'Una fila para todo', figures: 'De 40 a 15', voices: '' },
  ...{ benefit: 'Menos espera', tests, writtenOn: '2026-02-01', writtenBy: 'w' },
}
const around: Around = {
  ...{ actions: 1, liaison: 'knows', evidenceIds: ['original', 'photo'], proofIds: [] },
}

describe('BP-10: The innovation sheet', () => {
  it('is complete when nothing that the model asks is missing', () => {
    expect(Object.values(lacksOf(whole, around)).flat()).toEqual([])
  })

  it('says each thing that is missing', () => {
    const bare = { initiative: '', adaptation: '', draft: '', figures: '', benefit: '', tests: {} }
    const nothing = { ...around, actions: 0, evidenceIds: [] }
    expect(lacksOf({ ...whole, ...bare }, nothing).sheet).toEqual([
      ...['initiative', 'draft', 'plan', 'evidence', 'adaptation', 'results', 'benefit'],
      ...['unanswered', 'original'],
    ])
  })

  it('asks of an own idea neither original nor adaptation', () => {
    const own = { ...whole, kind: 'own', originalId: null, adaptation: '' } as const
    expect(lacksOf(own, around).sheet).toEqual([])
  })

  it('is complete where a test was answered with no, which BP-08 still tells', () => {
    const failed = {
      ...whole,
      tests: { ...tests, innovation: { met: false, reason: 'Ya se hacía' } },
    }
    expect(lacksOf(failed, around)).toMatchObject({ sheet: [], tests: ['not_met'] })
  })
})

describe('BP-06: Evidence that a practice is carried out', () => {
  it('is neither the original sheet nor the proof of a recognition', () => {
    const other = { ...around, evidenceIds: ['original', 'award'], proofIds: ['award'] }
    expect(lacksOf(whole, other).implemented).toEqual(['evidence'])
  })
})

describe('BP-05: What the liaison knows', () => {
  it('is out of date once the draft or the plan changed, and not for a new result', () => {
    const plan = { known: 1, now: 1 }
    expect(isStillKnown(whole, { ...whole, draft: 'Otra' }, plan)).toBe(false)
    expect(isStillKnown(whole, whole, { known: 1, now: 2 })).toBe(false)
    const later: Practice = { ...whole, figures: 'De 40 a 10' }
    expect(isStillKnown(whole, later, plan)).toBe(true)
  })
})

describe('BP-05: The liaison', () => {
  const staff = (accountId: string, role: Role): Staff => ({
    ...{ accountId, name: '', email: '', language: 'es', workplaces: [] },
    grants: [{ role, administrationId: 'a', centreId: null, unitId: null }],
  })

  it('evaluates or decides, and wrote no version of the practice', () => {
    const versions = [whole, { ...whole, version: 1, writtenBy: 'earlier' }]
    expect(mayAcknowledge(staff('other', 'evaluator'), versions)).toBe(true)
    expect(mayAcknowledge(staff('other', 'chief_administrator'), versions)).toBe(true)
    expect(mayAcknowledge(staff('other', 'office_head'), versions)).toBe(false)
    expect(mayAcknowledge(staff('earlier', 'chief_administrator'), versions)).toBe(false)
  })
})

describe('BP-11: A recognition', () => {
  const given = { givenOn: '2026-03-01', proofId: 'award' }
  const seen = { evidenceIds: ['award'], until: '2026-12-31' }
  const on = (checkedOn: string, goesOn: boolean) => ({ checkedOn, goesOn })

  it('counts while the last check since then saw the practice go on', () => {
    expect(recognitionLacks(given, [on('2026-04-01', true)], seen)).toEqual([])
    expect(recognitionLacks(given, [on('2026-02-01', true)], seen)).toEqual(['unchecked'])
    const stopped = [on('2026-04-01', true), on('2026-05-01', false)]
    expect(recognitionLacks(given, stopped, seen)).toEqual(['not_kept'])
    const sameDay = [on('2026-05-01', false), on('2026-05-01', true)]
    expect(recognitionLacks(given, sameDay, seen)).toEqual([])
  })

  it('does not count without its proof', () => {
    const without = { ...seen, evidenceIds: [] }
    expect(recognitionLacks(given, [on('2026-04-01', true)], without)).toEqual(['proof'])
  })
})
