import { beforeAll, describe, expect, it } from '@jest/globals'
import { readRegimePack, type RegimeFile } from '../../src/regimes/index.ts'
import { readText, suggestKind } from '../../src/routing/index.ts'

let regime: RegimeFile
beforeAll(async () => {
  regime = await readRegimePack('packs/regimes/neutral.yaml')
})

function suggested(text: string, kinds = regime.kinds.map(({ code }) => code)) {
  return suggestKind(regime.kindWords, new Set(kinds), readText(text))
}

describe('The kind that a text looks like', () => {
  it.each([
    ['Esperé tres horas y nadie me atendió.', 'complaint'],
    ['La cajera fue muy grosera y me gritó', 'complaint'],
    ['I waited for two hours and nobody helped me', 'complaint'],
    ['Propongo que abran los sábados', 'suggestion'],
    ['ESTARIA BIEN QUE PONGAN UN VENTILADOR', 'suggestion'],
    ['You could put chairs in the waiting room', 'suggestion'],
    ['En mi colonia hacen falta contenedores; no hay dónde dejar la basura', 'need'],
    ['We need a ramp at the entrance', 'need'],
    ['Me di cuenta de que el horario está desactualizado', 'observation'],
    ['Gracias a la señora de la ventanilla 2, me ayudó mucho', 'compliment'],
    ['Felicito al personal por su amabilidad', 'compliment'],
  ])('%s: %s', (text, kind) => {
    expect(suggested(text)?.kind).toBe(kind)
  })

  it('comes with the words of the person, as they were written', () => {
    expect(suggested('Pues SERÍA  Bueno y ojalá lo hagan')?.because).toEqual([
      'SERÍA  Bueno',
      'ojalá',
    ])
  })

  it.each(['La luz de la calle Hidalgo', '', 'Gracias, pero no funciona'])(
    'is left to the person when the words do not say, or say two: «%s»',
    (text) => {
      expect(suggested(text)).toBeNull()
    },
  )

  it('is never one that cannot be filed', () => {
    expect(suggested('Gracias a todos', ['complaint'])).toBeNull()
  })
})
