import { readdirSync } from 'node:fs'
import { beforeAll, describe, expect, it } from '@jest/globals'
import {
  corruptionRulesOn,
  findClosedAct,
  findCorruptionTerm,
  readRegimePack,
  type CorruptionRules,
  type CorruptionStep,
} from '../../src/regimes/index.ts'
import { corruptionInconsistencies } from '../../src/regimes/corruption-checks.ts'

const DAY = '2026-11-22'
const shipped = new Map<string, CorruptionRules>()

function rulesOf(code: string): CorruptionRules {
  const rules = shipped.get(code)
  if (!rules) throw new Error(`packs/regimes ships no rules on corruption in ${code}`)
  return rules
}

function days(code: string, step: CorruptionStep) {
  const term = findCorruptionTerm(rulesOf(code), step, DAY)
  return term && `${String(term.days)} ${term.unit}${term.binding ? '' : ', not binding'}`
}

beforeAll(async () => {
  for (const name of readdirSync('packs/regimes').filter((file) => file.endsWith('.yaml'))) {
    const { code, corruption } = await readRegimePack(`packs/regimes/${name}`)
    if (corruption) shipped.set(code, corruption)
  }
})

describe('What makes a report admissible', () => {
  it('is a narration, and nothing else, outside Peru', () => {
    expect(rulesOf('neutral').admissible.requires).toEqual(['narration'])
    expect(rulesOf('mx-guanajuato-mas').admissible.requires).toEqual(['narration'])
  })

  it('is in Peru a narration and the name or post of the person, which judges nothing', () => {
    const { requires, note } = rulesOf('pe-ds-007-2020-pcm').admissible
    expect(requires).toEqual(['narration', 'accused'])
    expect(note.es).toContain('no es juzgar')
  })
})

describe('The terms of a report', () => {
  it.each([
    ['requirements', '2 business'],
    ['correction', '3 business'],
    ['protection_assessment', '5 business'],
    ['feasibility', '3 business'],
    ['protection_notice', '7 business'],
    ['protection_grant', '15 business'],
    ['bad_faith_hearing', '5 business'],
    ['bad_faith_decision', '10 business'],
  ] as const)('in Peru give the step %s %s days', (step, length) => {
    expect(days('pe-ds-007-2020-pcm', step)).toBe(length)
  })

  it.each([
    ['start', '30 calendar'],
    ['outcome_notice', '10 business'],
    ['objection', '5 business'],
  ] as const)('in Mexico give the step %s %s days', (step, length) => {
    expect(days('mx-guanajuato-mas', step)).toBe(length)
  })

  it('elsewhere are a floor that binds nobody: 7 days to acknowledge and 3 months to answer', () => {
    expect(days('neutral', 'acknowledgement')).toBe('7 calendar, not binding')
    expect(days('neutral', 'feedback')).toBe('3 months, not binding')
  })
})

describe('The identity of a reporter', () => {
  it('is never released in Peru: the request is refused in words and the control body is told', () => {
    const { allowed, refusal, refusalToldTo } = rulesOf('pe-ds-007-2020-pcm').identityRelease
    expect({ allowed, refusalToldTo }).toEqual({ allowed: false, refusalToldTo: 'oci' })
    expect(refusal?.es).toContain('Ni el titular')
  })

  it('is released by two custodians where it may be', () => {
    expect(rulesOf('neutral').identityRelease).toMatchObject({ allowed: true, custodiansNeeded: 2 })
  })
})

describe('What differs between regimes', () => {
  it('is whether there is a procedure on bad faith', () => {
    const isOff = (code: string) => findClosedAct(rulesOf(code), 'open_bad_faith', DAY) !== null
    expect([isOff('neutral'), isOff('mx-guanajuato-mas'), isOff('pe-ds-007-2020-pcm')]).toEqual([
      true,
      true,
      false,
    ])
  })

  it('is the single channel of the State, which Peru alone shows first', () => {
    const channelOf = (code: string) => corruptionRulesOn(rulesOf(code), DAY).officialChannel?.url
    expect(channelOf('pe-ds-007-2020-pcm')).toBe('https://denuncias.servicios.gob.pe/')
    expect(channelOf('neutral')).toBeUndefined()
  })
})

describe('Rules that do not fit each other', () => {
  const messages = (rules: CorruptionRules) =>
    corruptionInconsistencies(rules).map(({ message }) => message)

  it('are none in what is shipped', () => {
    expect([...shipped.values()].flatMap(messages)).toEqual([])
    expect(shipped.size).toBe(3)
  })

  it('are a refusal that names nobody, or a receiver whom nobody knows', () => {
    const rules = rulesOf('pe-ds-007-2020-pcm')
    const release = { ...rules.identityRelease, refusalToldTo: 'nobody' }
    expect(messages({ ...rules, identityRelease: release })).toEqual([
      'there is no receiver nobody',
    ])
    expect(messages({ ...rules, identityRelease: { ...release, refusal: undefined } })).toEqual([
      'is off, and says neither how it is refused nor who is told',
    ])
  })

  it('are an act without its term, a code used twice and an alarm before the reminder', () => {
    const rules = rulesOf('neutral')
    expect(
      messages({
        ...rules,
        transitions: [],
        categories: [...rules.categories, rules.categories[0]!],
        silence: { ...rules.silence, escalateAfter: 5 },
      }),
    ).toEqual([
      'bribery is there twice',
      'ask_correction is on, and there is no term correction',
      'open_bad_faith is on, and there is no term bad_faith_hearing',
      'open_bad_faith is on, and there is no term bad_faith_decision',
      'comes before the reminder',
    ])
  })
})
