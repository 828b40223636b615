import { describe, expect, it } from '@jest/globals'
import { agreementOn, overallKappa } from '../../../src/analysis/words/agreement.ts'
import { allocate, drawSample, isDoubleCoded } from '../../../src/analysis/words/draw-sample.ts'
import { rankCodes } from '../../../src/analysis/words/rank-codes.ts'
import { saturationOf } from '../../../src/analysis/words/saturation.ts'
import {
  readSegmentLines,
  suggestSegments,
  writeSegmentLines,
} from '../../../src/analysis/words/suggest-segments.ts'

const pairs = (...list: [string, string, number][]) =>
  list.flatMap(([one, other, times]) => Array.from({ length: times }, () => ({ one, other })))

describe('Cohen’s kappa', () => {
  it('is what the book’s example works out by hand', () => {
    // both 20, only one 5, only the other 10, neither 15: 0.70 seen, 0.50 by chance, 0.40
    const told = pairs(['t', 't', 20], ['t', 'x', 5], ['x', 't', 10], ['x', 'x', 15])
    const { kappa, ...counts } = agreementOn(told, 't')
    expect(counts).toEqual({ n: 50, both: 20, onlyOne: 5, onlyOther: 10, neither: 15 })
    expect(kappa).toBeCloseTo(0.4, 10)
  })

  it('over three codes at once', () => {
    // seen 7/10; by chance (4·3 + 3·4 + 3·3)/100 = 0.33; (0.70 − 0.33) / 0.67
    const told = pairs(
      ['a', 'a', 3],
      ['a', 'b', 1],
      ['b', 'b', 2],
      ['b', 'c', 1],
      ['c', 'c', 2],
      ['c', 'b', 1],
    )
    expect(overallKappa(told)).toBeCloseTo(0.37 / 0.67, 10)
  })

  it('is no number where nobody coded twice, or all said the same', () => {
    expect(agreementOn([], 't').kappa).toBeNull()
    expect(overallKappa(pairs(['a', 'a', 9]))).toBeNull()
    expect(agreementOn(pairs(['a', 'a', 9]), 'b').kappa).toBeNull()
  })

  it('falls under nought where they agree less than chance would', () => {
    expect(agreementOn(pairs(['a', 'b', 5], ['b', 'a', 5]), 'a').kappa).toBe(-1)
  })
})

const candidates = Array.from({ length: 1000 }, (_each, index) => ({
  id: `case-${index}`,
  stratum: index < 700 ? 'centre' : index < 950 ? 'north' : 'south',
  severe: index % 100 === 0,
}))

describe('A sample', () => {
  const drawn = drawSample(candidates, { size: 100, seed: 7 })
  const ids = (list: typeof drawn) => list.map(({ id }) => id)

  it('holds each stratum’s share, and every severe one besides', () => {
    expect(drawn.filter(({ severe }) => severe)).toHaveLength(10)
    const plain = drawn.filter(({ severe }) => !severe)
    const of = (name: string) => plain.filter(({ stratum }) => stratum === name).length
    // of 990 that are not severe 693, 248 (less one) and 49
    expect([plain.length, of('centre'), of('north'), of('south')]).toEqual([100, 70, 25, 5])
  })

  it('is the same for the same seed, whatever the order of the cases', () => {
    expect(ids(drawSample(candidates.toReversed(), { size: 100, seed: 7 }))).toEqual(ids(drawn))
    expect(ids(drawSample(candidates, { size: 100, seed: 8 }))).not.toEqual(ids(drawn))
  })

  it('takes all where there are fewer than asked, or nobody asked for a sample', () => {
    expect(drawSample(candidates, { size: 5000, seed: 7 })).toHaveLength(1000)
    expect(drawSample(candidates, { size: null, seed: 7 })).toHaveLength(1000)
    expect(drawSample([], { size: 10, seed: 7 })).toEqual([])
  })

  it('gives the places left over to the largest remainders', () => {
    const list = (name: string, count: number) =>
      Array.from({ length: count }, () => ({ stratum: name }))
    const all = [...list('a', 5), ...list('b', 3), ...list('c', 2)]
    // 2.0, 1.2 and 0.8 of four
    expect(Object.fromEntries(allocate(all, 4))).toEqual({ a: 2, b: 1, c: 1 })
  })

  it('is coded twice in its first forty texts and in every tenth of the rest', () => {
    const twice = Array.from({ length: 100 }, (_each, index) => index + 1).filter(isDoubleCoded)
    expect(twice).toHaveLength(46)
  })
})

const cut = (text: string) =>
  suggestSegments(text, []).map(({ start, end }) => text.slice(start, end))

describe('Segments', () => {
  it('are sentences, not abbreviations nor figures', () => {
    expect(
      cut(
        'El Sr. de la Av. Juárez no vino hoy. ¿Quién responde por eso aquí? Pagué 1.500 pesos; nadie me dio recibo.',
      ),
    ).toEqual([
      'El Sr. de la Av. Juárez no vino hoy.',
      '¿Quién responde por eso aquí?',
      'Pagué 1.500 pesos;',
      'nadie me dio recibo.',
    ])
  })

  it('leave a short one with its neighbour, and break at lines', () => {
    expect(cut('No hay agua en el baño. Gracias.\n- La fila llega a la calle')).toEqual([
      'No hay agua en el baño. Gracias.',
      '- La fila llega a la calle',
    ])
  })

  it('of one word is one, of nothing none, and a page without a full stop is cut', () => {
    expect(cut('Pésimo')).toEqual(['Pésimo'])
    expect(cut(' \n ')).toEqual([])
    const page = 'esperé mucho tiempo, '.repeat(1500)
    expect(cut(page).every((one) => one.length <= 600)).toBe(true)
    expect(cut(page).join(' ')).toBe(page.trim())
  })

  it('can be joined and split by a person, who changes no word', () => {
    const text = 'La fila es larga y  el baño no sirve. Nadie responde nunca.'
    const whole = writeSegmentLines(text, suggestSegments(text, []))
    expect(whole).toBe('La fila es larga y el baño no sirve.\nNadie responde nunca.')
    const split = readSegmentLines(text, whole.replace(' y el', '\r\ny el'))
    expect(split?.map(({ start, end }) => text.slice(start, end))).toEqual([
      'La fila es larga',
      'y  el baño no sirve.',
      'Nadie responde nunca.',
    ])
    expect(readSegmentLines(text, whole.replace('larga', 'corta'))).toBeNull()
    expect(readSegmentLines(text, 'La fila es larga')).toBeNull()
    expect(readSegmentLines(text, '')).toBeNull()
  })
})

describe('Saturation', () => {
  const texts = (...codes: string[][]) => codes
  const same = (times: number, ...codes: string[]) => Array.from({ length: times }, () => codes)

  it('is not known before the first twelve texts', () => {
    expect(saturationOf(same(11, 'a'))).toEqual({ base: null, runs: [], reachedAfter: null })
  })

  it('is reached when two runs in a row bring at most one new code in twenty', () => {
    const base = Array.from({ length: 12 }, (_each, index) => [`c${index}`, `d${index}`])
    const read = saturationOf([
      ...base,
      ...texts(['new1'], ['new2'], [], [], [], []),
      ...texts(['new3'], [], [], [], [], []),
      ...same(6, 'c1'),
      ...same(5, 'c1', 'late'),
    ])
    expect(read.base).toBe(24)
    expect(read.runs.map(({ fresh, total }) => [fresh, total])).toEqual([
      [2, 26],
      [1, 27],
      [0, 27],
    ])
    expect(read.runs[0]?.share).toBeCloseTo(2 / 24)
    expect(read.reachedAfter).toBe(30)
  })

  it('is never said of a base without a code', () => {
    expect(saturationOf(same(30)).runs.map(({ share }) => share)).toEqual([null, null, null])
    expect(saturationOf(same(30)).reachedAfter).toBeNull()
  })
})

describe('The most likely codes', () => {
  it('are those whose segments share rare words with this one', () => {
    const own = [
      { codeId: 'fila', text: 'La fila de la ventanilla es muy larga' },
      { codeId: 'fila', text: 'Tres horas de espera en la fila' },
      { codeId: 'bano', text: 'El baño de la oficina está sucio' },
    ]
    const [first] = rankCodes(own, 'Los baños están sucios')
    expect(first).toEqual({ codeId: 'bano', why: ['baños', 'sucios'] })
    expect(rankCodes(own, 'Otra cosa').map(({ codeId }) => codeId)).toEqual(['fila', 'bano'])
    expect(rankCodes([], 'Otra cosa')).toEqual([])
  })
})
