import { describe, expect, it } from '@jest/globals'
import { faultyWord } from '../../../src/improvements/processes/infinitive.ts'

describe('An activity of a process', () => {
  it.each([
    'Recibir la solicitud',
    'Entregar el acta',
    'Atender a la persona',
    '3.- Revisar los requisitos',
    'Ir a la ventanilla',
    'Oír a la persona',
    'Dirigirse a caja',
    'Entregarlo firmado',
    'Entregárselo a la persona',
    'Darle turno',
    'SELLAR el recibo',
    'Construir el expediente',
    'Dar aviso',
  ])('begins with an infinitive: %s', (text) => {
    expect(faultyWord(text, 'es')).toBeNull()
  })

  it.each([
    ['Recepción de la solicitud', 'Recepción'],
    ['Se recibe la solicitud', 'Se'],
    ['Recibe la solicitud', 'Recibe'],
    ['Lugar de entrega', 'Lugar'],
    ['Mujer embarazada pasa primero', 'Mujer'],
    ['Carácter urgente', 'Carácter'],
    ['Líder de ventanilla revisa', 'Líder'],
    ['1. Titular firma', 'Titular'],
    ['Charla informativa', 'Charla'],
  ])('is not one that begins otherwise: %s', (text, word) => {
    expect(faultyWord(text, 'es')).toBe(word)
  })

  it('is judged by the language that it is written in, where that is known', () => {
    expect(faultyWord('Receive the request', 'en')).toBeNull()
    expect(faultyWord('Receiving the request', 'en')).toBe('Receiving')
    expect(faultyWord('The clerk receives', 'en')).toBe('The')
    expect(faultyWord('Receber o pedido', 'pt')).toBeNull()
    expect(faultyWord('Compor o texto', 'pt')).toBeNull()
    expect(faultyWord('Recibo do pedido', 'pt')).toBe('Recibo')
    expect(faultyWord('Mañakuyta chaskiy', 'qu')).toBeNull()
  })
})
