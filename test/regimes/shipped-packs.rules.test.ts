import { readdirSync } from 'node:fs'
import { beforeAll, describe, expect, it } from '@jest/globals'
import {
  closedKinds,
  findTerm,
  findTransitionRule,
  isTransitionOn,
  openKinds,
  outcomesFor,
  readRegimePack,
  type RegimeFile,
} from '../../src/regimes/index.ts'

const DAY = '2026-11-22'
const files = readdirSync('packs/regimes').filter((name) => name.endsWith('.yaml'))
const regimes = new Map<string, RegimeFile>()

function shipped(code: string): RegimeFile {
  const regime = regimes.get(code)
  if (!regime) throw new Error(`packs/regimes ships no ${code}`)
  return regime
}

function openCodes(regime: RegimeFile, ...authorisations: string[]): string[] {
  return openKinds(regime, new Set(authorisations), DAY)
    .map(({ code }) => code)
    .sort()
}

beforeAll(async () => {
  for (const name of files) {
    const regime = await readRegimePack(`packs/regimes/${name}`)
    regimes.set(regime.code, regime)
  }
})

describe.each(files)('The regime in %s', (name) => {
  it('is named after its code and shows the sensitive signals in both languages', () => {
    const regime = shipped(name.replace(/\.yaml$/, ''))
    const signals = regime.signals.map(({ signal, language }) => `${signal} ${language}`).sort()
    expect(signals).toEqual([
      'corruption en',
      'corruption es',
      'danger en',
      'danger es',
      'violence en',
      'violence es',
    ])
  })
})

describe('The neutral regime', () => {
  it('answers every kind in 15 working days', () => {
    const regime = shipped('neutral')
    const terms = openCodes(regime).map((kind) => {
      const { days, unit } = findTerm(regime, 'answer', kind, DAY)!
      return `${kind} ${days} ${unit}`
    })
    expect(terms).toEqual(
      ['complaint', 'compliment', 'need', 'observation', 'suggestion'].map(
        (k) => `${k} 15 business`,
      ),
    )
  })

  it('takes suggestions, compliments and needs unsigned, complaints and observations signed', () => {
    const unsigned = shipped('neutral').kinds.filter(
      ({ requires }) => !requires.some((pointer) => pointer.startsWith('/person')),
    )
    expect(unsigned.map(({ code }) => code).sort()).toEqual(['compliment', 'need', 'suggestion'])
  })
})

describe('Guanajuato MAS', () => {
  it('leaves the terms to the administration under a ceiling', () => {
    const { setByAdministration, days, unit } = findTerm(
      shipped('mx-guanajuato-mas'),
      'answer',
      'complaint',
      DAY,
    )!
    expect({ setByAdministration, days, unit }).toEqual({
      setByAdministration: true,
      days: 3,
      unit: 'months',
    })
  })

  it('counts with the administrative calendar and says why', () => {
    expect(shipped('mx-guanajuato-mas')).toMatchObject({
      calendar: 'mx-administrative',
      calendarNote: { es: expect.stringContaining('LFPA, art. 28') },
    })
  })
})

describe('Peru, D.S. 007-2020-PCM', () => {
  it('keeps the formal claim off until the opinion of the governing body is recorded', () => {
    const regime = shipped('pe-ds-007-2020-pcm')
    expect(openCodes(regime)).toEqual(['complaint', 'compliment', 'need', 'suggestion'])
    expect(openCodes(regime, 'sgp-own-system')).toContain('claim')
    expect(closedKinds(regime, new Set(), DAY)[0]?.needsAuthorisation?.source).toContain(
      'cuarta disposición complementaria final',
    )
  })

  it.each([
    ['answer', 30],
    ['triage', 3],
    ['correction', 2],
    ['transcription', 2],
    ['duplicate_notice', 5],
    ['pick_up', 30],
  ] as const)('gives the step %s %d working days', (step, days) => {
    expect(findTerm(shipped('pe-ds-007-2020-pcm'), step, 'claim', DAY)).toMatchObject({
      days,
      unit: 'business',
    })
  })

  it('stops the clock while the person corrects, once, and starts a new one at the receiver', () => {
    const regime = shipped('pe-ds-007-2020-pcm')
    expect(findTerm(regime, 'answer', 'claim', DAY)).toMatchObject({
      suspendedBy: ['awaiting_correction'],
      restartsAtReceiver: true,
    })
    expect(findTransitionRule(regime, 'request_correction', 'claim', DAY)?.times).toBe(1)
  })

  it('knows neither extension nor reopening nor review of a claim', () => {
    const regime = shipped('pe-ds-007-2020-pcm')
    const on = ['extend', 'reopen', 'ask_review'].filter((action) =>
      isTransitionOn(regime, action, 'claim', DAY),
    )
    expect(on).toEqual([])
    expect(findTerm(regime, 'answer', 'claim', DAY)?.extension).toBeUndefined()
  })

  it('ends a claim accepted or denied, always with reasons', () => {
    const outcomes = outcomesFor(shipped('pe-ds-007-2020-pcm'), 'claim', DAY)
    expect(outcomes.map(({ label, needsReasons }) => [label.es, needsReasons])).toEqual([
      ['Aceptado', true],
      ['Denegado', true],
    ])
  })
})
