import { describe, expect, it } from '@jest/globals'
import { isFaithful, tidyQuote } from '../../../src/analysis/findings/faithful-quote.ts'
import { nearnessToCentre } from '../../../src/analysis/findings/nearness.ts'
import { outsideQuote } from '../../../src/analysis/findings/outside-quote.ts'
import { proposeQuotes } from '../../../src/analysis/findings/propose-quotes.ts'
import { buildIdea } from './ideas.ts'

describe('Quotes of a theme', () => {
  const long = buildIdea({ text: 'Esperé dos horas para renovar mi licencia', centreId: 'a' })
  const near = buildIdea({ text: 'Esperé horas para renovar la licencia', centreId: 'a' })
  const grave = buildIdea({
    text: 'Por esperar tanto perdí la beca de mi hija',
    severity: 4,
    valence: -2,
    centreId: 'b',
  })
  const alsoGrave = buildIdea({
    text: 'Mi madre se desmayó de esperar de pie y nadie vino',
    severity: 4,
    valence: -2,
    centreId: 'a',
  })
  const glad = buildIdea({
    text: 'Yo no esperé nada, me atendieron al llegar',
    valence: 2,
    severity: 1,
    centreId: 'c',
  })
  const theme = [long, near, grave, alsoGrave, glad]

  it('are a typical, a severe and a contrary one, of different centres', () => {
    const quotes = proposeQuotes(theme)
    expect(quotes.map(({ role }) => role)).toEqual(['typical', 'severe', 'contrary'])
    expect([long, near]).toContain(quotes[0]!.idea)
    expect(quotes.slice(1).map(({ idea }) => idea)).toEqual([grave, glad])
  })

  it('put aside are not proposed again: the next best comes', () => {
    const quotes = proposeQuotes(theme, new Set([grave.segmentId, glad.segmentId]))
    expect(quotes.map(({ role, idea }) => [role, idea])).toEqual([
      ['typical', expect.anything()],
      ['severe', alsoGrave],
    ])
  })

  it('of one case are never two', () => {
    const same = theme.map((idea) => ({ ...idea, caseId: 'one' }))
    expect(proposeQuotes(same)).toHaveLength(1)
  })

  it('do not invent what nobody said: no contrary one, no severe one', () => {
    expect(proposeQuotes([long, near]).map(({ role }) => role)).toEqual(['typical'])
    expect(proposeQuotes([])).toEqual([])
  })

  it('are the same whatever the order in which the ideas come', () => {
    expect(proposeQuotes(theme.toReversed())).toEqual(proposeQuotes(theme))
  })

  it('pass over a single word when somebody said more', () => {
    const word = buildIdea({ text: 'Licencia' })
    expect(proposeQuotes([word, long])[0]!.idea).toBe(long)
    expect(proposeQuotes([word])[0]!.idea).toBe(word)
  })
})

describe('The nearness to the centre of a theme', () => {
  it('is highest for what says what the others say', () => {
    const [one, two, other] = nearnessToCentre(['cola larga', 'cola lenta larga', 'baño sucio'])
    expect(one!).toBeGreaterThan(other!)
    expect(two!).toBeGreaterThan(other!)
  })

  it('is whole for one text alone and for twins, by hand', () => {
    expect(nearnessToCentre(['cola larga'])[0]).toBeCloseTo(1)
    expect(nearnessToCentre(['cola larga', 'Larga, CÓLA'])[1]).toBeCloseTo(1)
    // two texts without a word in common: the centre lies half-way, at cos 45°
    expect(nearnessToCentre(['cola', 'baño'])).toEqual([
      expect.closeTo(Math.SQRT1_2),
      expect.closeTo(Math.SQRT1_2),
    ])
  })

  it('is nothing for texts without words', () => {
    expect(nearnessToCentre(['', 'no', '¡¡¡'])).toEqual([0, 0, 0])
  })
})

describe('A quote', () => {
  const told = 'Esperé dos horas, de pie, y la señorita no me miró ni una vez.'

  it.each([
    told,
    'Esperé dos horas […] y la señorita no me miró ni una vez.',
    '[…] la señorita no me miró […]',
    'Esperé dos horas, [...] no me miró ni una vez.',
    '  Esperé   dos horas, de pie, […]',
  ])('may leave words out and say so: %s', (quote) => {
    expect(isFaithful(told, quote)).toBe(true)
  })

  it.each([
    ['a word changed', 'Esperé tres horas, de pie, y la señorita no me miró ni una vez.'],
    ['a cut that is not marked', 'Esperé dos horas y la señorita no me miró ni una vez.'],
    ['an end that is not marked', 'Esperé dos horas, de pie'],
    ['the order changed', '[…] no me miró […] dos horas […]'],
    ['a word cut in two', '[…] señor […]'],
    ['a beginning cut in two', 'Esp […] ni una vez.'],
    ['an end cut in two', 'Esperé dos horas […] ez.'],
    ['the same words used twice', 'Esperé dos horas […] dos horas […]'],
    ['nothing left', '[…]'],
    ['nothing at all', ''],
  ])('is refused with %s', (_, quote) => {
    expect(isFaithful(told, quote)).toBe(false)
  })

  it('is kept with its cuts marked in one way', () => {
    expect(tidyQuote('Esperé [...]  horas')).toBe('Esperé […] horas')
  })

  it('goes out as it is only when the person allowed it', () => {
    expect(outsideQuote({ text: told, paraphrase: 'Esperó.', mayBeQuoted: true })).toEqual({
      as: 'quote',
      text: told,
    })
    expect(outsideQuote({ text: told, paraphrase: 'Esperó.', mayBeQuoted: false })).toEqual({
      as: 'paraphrase',
      text: 'Esperó.',
    })
    expect(outsideQuote({ text: told, paraphrase: '', mayBeQuoted: false })).toBeNull()
  })
})
