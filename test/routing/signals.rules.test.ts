import { describe, expect, it } from '@jest/globals'
import { findSignals, type SignalRule } from '../../src/routing/signals.ts'
import { readText } from '../../src/routing/text-matching.ts'

const rules: SignalRule[] = [
  {
    signal: 'corruption',
    language: 'es',
    words: ['mordida', 'soborn*', 'pidi* ... dinero', 'me cobraron ... sin recibo'],
    notIn: ['mordida de perro', 'mordida de animal'],
    source: 'test',
  },
  {
    signal: 'danger',
    language: 'es',
    words: ['peligro', 'punto de caer', 'cable suelto'],
    notIn: ['sin peligro', 'no hay peligro'],
    source: 'test',
  },
  { signal: 'danger', language: 'en', words: ['gas leak'], notIn: [], source: 'test' },
]

function signalsIn(text: string): string[] {
  return findSignals(rules, readText(text)).map(({ signal, word }) => `${signal}: ${word}`)
}

describe('what a text signals', () => {
  it.each([
    ['El inspector me pidió una mordida', ['corruption: mordida']],
    ['Quisieron sobornarme', ['corruption: soborn*']],
    ['Me pidieron doscientos en dinero', ['corruption: pidi* ... dinero']],
    ['El techo está a punto de caerse... a punto de caer', ['danger: punto de caer']],
    ['There is a GAS LEAK here', ['danger: gas leak']],
    ['Hay peligro: un cable suelto', ['danger: peligro', 'danger: cable suelto']],
  ])('%s', (text, expected) => {
    expect(signalsIn(text)).toEqual(expected)
  })

  it.each([
    'Sufrí la mordida de un perro en el parque',
    'Me fui sin pagar nada y sin problema',
    'El paso quedó sin peligro; ya no hay peligro',
    'Felicito al personal por su atención',
  ])('is nothing in: %s', (text) => {
    expect(signalsIn(text)).toEqual([])
  })

  it('is not hidden by a harmless use of the same word elsewhere in the text', () => {
    expect(signalsIn('Una mordida de perro, y el agente pidió mordida para el acta')).toEqual([
      'corruption: mordida',
    ])
  })
})
