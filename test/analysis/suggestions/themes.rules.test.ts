import { describe, expect, it } from '@jest/globals'
import { findThemes } from '../../../src/analysis/suggestions/themes/find-themes.ts'
import type { ThemeText } from '../../../src/analysis/suggestions/themes/theme-text.ts'
import { trendOf } from '../../../src/analysis/suggestions/themes/trend.ts'
import { MATTERS, speak } from './spoken-texts.ts'

const NOTHING_BEFORE = { texts: [], centres: [] }

function told(count: number, seed: number, matters = MATTERS): ThemeText[] {
  return speak(count, seed, matters).map(({ text, language }, at) => ({
    id: `${seed}-${String(at).padStart(4, '0')}`,
    text,
    language,
  }))
}

const texts = told(300, 5)
const found = findThemes(texts, NOTHING_BEFORE)
const matterOf = (phrases: readonly string[]) =>
  Object.keys(MATTERS).find((name) =>
    phrases.every((phrase) => phrase.split(' ').some((word) => MATTERS[name]?.includes(word))),
  )

describe('The themes of a period', () => {
  it('are what people speak of, named by their own words', () => {
    const matters = new Set(found.themes.map(({ phrases }) => matterOf(phrases)))
    expect([...matters].sort()).toEqual(Object.keys(MATTERS).sort())
  })

  it('hold each case once', () => {
    const all = [...found.themes.flatMap(({ caseIds }) => caseIds), ...found.rest]
    expect(all.sort()).toEqual(texts.map(({ id }) => id).sort())
  })

  it('are the same whatever the order in which cases came', () => {
    expect(findThemes([...texts].reverse(), NOTHING_BEFORE)).toEqual(found)
  })

  it('stay the same theme in the next period', () => {
    const centres = found.themes.map(({ centre }) => centre)
    const next = findThemes(told(300, 6), { texts, centres })
    const continued = next.themes.map(({ continues }) => continues)
    expect(continued.filter((at) => at !== null).length).toBeGreaterThanOrEqual(4)
    for (const { phrases, continues } of next.themes) {
      if (continues === null) continue
      expect(matterOf(phrases)).toBe(matterOf(found.themes[continues]?.phrases ?? []))
    }
  })

  it('tell what is new and what fades', () => {
    const { building, ...others } = MATTERS
    const before = told(300, 8, others)
    const now = told(300, 9, { building: building ?? [], queue: others['queue'] ?? [] })
    const { themes } = findThemes(now, { texts: before, centres: [] })
    const trends = themes.map(({ phrases, trend }) => `${matterOf(phrases)} ${trend.is}`)
    expect(trends).toContain('building new')
    expect(themes.find(({ phrases }) => matterOf(phrases) === 'building')?.before).toBe(0)
  })

  it('are not sought among a few texts', () => {
    expect(findThemes(texts.slice(0, 20), NOTHING_BEFORE).themes).toEqual([])
    expect(findThemes([], NOTHING_BEFORE)).toMatchObject({ texts: 0, themes: [], rest: [] })
  })
})

describe('Texts that are no ordinary account', () => {
  const note = 'AVERÍA REVISADA Y REPARADA POR LA CUADRILLA'
  const pasted = Array.from({ length: 380 }, (_, at) => ({
    id: `n-${String(at).padStart(4, '0')}`,
    text: at % 7 === 0 ? `${note}.` : note,
    language: 'es',
  }))

  it('a note pasted 380 times is a repeated text and no theme', () => {
    const { themes, repeated } = findThemes([...texts, ...pasted], NOTHING_BEFORE)
    expect(repeated[0]?.caseIds).toHaveLength(380)
    expect(themes.flatMap(({ phrases }) => phrases).join(' ')).not.toMatch(/cuadrilla/)
  })

  it('capitals, one word, thirty thousand characters and other languages are read too', () => {
    const odd = [
      ...told(60, 12).map((each) => ({ ...each, text: each.text.toUpperCase() })),
      { id: 'x-1', text: 'muebles', language: 'es' },
      { id: 'x-2', text: '', language: 'es' },
      { id: 'x-3', text: '🙂', language: 'es' },
      { id: 'x-4', text: 'rampa baño goteras '.repeat(1600), language: 'es' },
      { id: 'x-5', text: 'Wasiykipi unu mana kanchu', language: 'qu' },
      { id: 'x-6', text: 'The queue was long', language: 'en' },
    ]
    const { themes, rest } = findThemes([...texts, ...odd], NOTHING_BEFORE)
    expect(themes.flatMap(({ caseIds }) => caseIds)).toContain('x-4')
    expect(themes.flatMap(({ caseIds }) => caseIds)).toContain('12-0000')
    expect(rest).toEqual(expect.arrayContaining(['x-2', 'x-3', 'x-5']))
  })

  it('a phrase that fewer than five people wrote names no theme', () => {
    const few = told(4, 20, { secret: ['zafiro', 'zafiros'] })
    const { themes } = findThemes([...texts, ...few], NOTHING_BEFORE)
    expect(themes.flatMap(({ phrases }) => phrases).join(' ')).not.toMatch(/zafiro/)
  })
})

describe('How a share moved', () => {
  it('says what chance leaves open', () => {
    // 56 of 70 against 48 of 80: Newcombe (1998), example (a), method 10: 0.0524 to 0.3339
    const trend = trendOf({ said: 56, of: 70 }, { said: 48, of: 80 })
    expect(trend.is).toBe('growing')
    expect(trend.change).toBeCloseTo(20)
    expect(trend.low).toBeCloseTo(5.24, 2)
    expect(trend.high).toBeCloseTo(33.39, 2)
  })

  it('names what is new, fades or stays', () => {
    const of = 500
    expect(trendOf({ said: 20, of }, { said: 0, of }).is).toBe('new')
    expect(trendOf({ said: 20, of }, { said: 60, of }).is).toBe('fading')
    expect(trendOf({ said: 20, of }, { said: 24, of }).is).toBe('steady')
    expect(trendOf({ said: 20, of }, { said: 2, of: 29 }).is).toBe('unknown')
  })
})
