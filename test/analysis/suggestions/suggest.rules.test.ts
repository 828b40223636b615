import { describe, expect, it } from '@jest/globals'
import {
  learnAndMeasure,
  type Learnt,
} from '../../../src/analysis/suggestions/learn-and-measure.ts'
import { learn } from '../../../src/analysis/suggestions/learn.ts'
import { modelFromBytes, modelToBytes } from '../../../src/analysis/suggestions/model-bytes.ts'
import { readWords } from '../../../src/analysis/suggestions/read-words.ts'
import { suggest } from '../../../src/analysis/suggestions/suggest.ts'
import { MATTERS, speak } from './spoken-texts.ts'

const spoken = speak(240, 7)
const model = learn(spoken)
const about = (text: string) => suggest(model, { text, language: 'es' })

describe('Reading words', () => {
  it('reads capitals, missing accents and other forms as the same word', () => {
    const [first, second, third] = ['TRÁMITES', 'tramite', 'Trámite'].map((text) =>
      readWords(text, 'es'),
    )
    expect(first?.[0]?.stem).toBe(second?.[0]?.stem)
    expect(second?.[0]?.stem).toBe(third?.[0]?.stem)
  })

  it('leaves words of a language that it does not know as they are', () => {
    expect(readWords('Wasiykita ñuqa', 'qu').map(({ stem }) => stem)).toEqual(['wasiykita', 'nuqa'])
  })
})

describe('Suggesting from a text', () => {
  it('names the matter, with the words that spoke for it', () => {
    const [first] = about('La ventanilla no atiende y el TURNO nunca llega')
    expect(first?.code).toBe('queue')
    expect(first?.probability).toBeGreaterThan(0.5)
    expect(first?.words).toEqual(expect.arrayContaining(['ventanilla', 'TURNO']))
    expect(first?.words).not.toContain('y')
  })

  it('recognises a word that is misspelt', () => {
    expect(about('mucha fila, los requicitos y documemtos').map(({ code }) => code)).toContain(
      'papers',
    )
  })

  it('gives shares that add up to one', () => {
    const all = suggest(model, { text: 'baño sucio', language: 'es' }, 10)
    expect(all).toHaveLength(Object.keys(MATTERS).length)
    expect(all.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 5)
  })

  it('says nothing about a text without a word that it knows', () => {
    expect(about('')).toEqual([])
    expect(about('¡¡¡ ... 🙂 !!!')).toEqual([])
    expect(about('漢字')).toEqual([])
  })

  it('reads a text of thirty thousand characters', () => {
    const [first] = about('goteras y rampa rota. '.repeat(1400))
    expect(first?.code).toBe('building')
  })

  it('learns the same from the same, byte by byte', () => {
    expect(modelToBytes(learn(spoken)).equals(modelToBytes(model))).toBe(true)
  })

  it('suggests the same after it was stored', () => {
    const stored = modelFromBytes(modelToBytes(model))
    const text = { text: 'demora en la fila', language: 'es' }
    expect(suggest(stored, text)).toEqual(suggest(model, text))
  })
})

describe('Whether a model is worth showing', () => {
  it('is measured on the newest cases, which it did not learn from', () => {
    const learnt = learnAndMeasure(spoken, null) as Learnt
    expect(learnt.examples).toBe(240)
    expect(learnt.measure.heldOut).toBe(48)
    expect(learnt.measure.first).toBeGreaterThan(0.9)
    expect(learnt.measure.mostFrequent).toBeLessThan(0.5)
    expect(learnt.learntUntil).toEqual(spoken.at(-1)?.registeredAt)
  })

  it('is not, while there are few cases', () => {
    expect(learnAndMeasure(spoken.slice(0, 99), null)).toBe('too_few')
  })

  it('is not, when the texts tell nothing about the answer', () => {
    const labels = ['a', 'a', 'b']
    const random = speak(200, 3).map((one, at) => ({ ...one, label: labels[(at * 7) % 3] ?? '' }))
    expect(learnAndMeasure(random, null)).toBe('no_better')
  })

  it('is not, when everything is the same', () => {
    const same = spoken.map((one) => ({ ...one, label: 'queue' }))
    expect(learnAndMeasure(same, null)).toBe('no_better')
  })

  it('is not, when what was learnt before reads the newest cases better', () => {
    // lately somebody confirms answers at random among the older cases
    const spoilt = spoken.map((one, at) =>
      at < 192 && at % 5 < 3 ? { ...one, label: 'queue' } : one,
    )
    const earlier = { model, learntUntil: new Date(0) }
    expect(learnAndMeasure(spoilt, earlier)).toBe('earlier_is_better')
    expect(learnAndMeasure(spoilt, null)).not.toBe('earlier_is_better')
  })
})
