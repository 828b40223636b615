import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { findWords, readPattern, readText } from '../../src/routing/text-matching.ts'

function finds(pattern: string, text: string): boolean {
  return findWords([pattern], readText(text)).length === 1
}

describe('the words of a rule', () => {
  it.each([
    ['bache', 'Hay BACHES en toda la cuadra'],
    ['baches', 'un bache enorme'],
    ['luz', 'Llevamos tres días sin luces'],
    ['árbol', 'arboles caidos'],
    ['camión', 'pasan camiones'],
    ['quemado', 'las lámparas están quemadas'],
    ['autobús', 'dos autobuses'],
    ['inspector', 'La inspectora no vino'],
    ['país', 'otros países'],
    ['threat', 'He made threats'],
    ['soborn*', 'quiso sobornarme'],
    ['poste caído', 'Se ven los postes caídos'],
    ['mordida perro', 'la mordida de un perro'],
    ['mordida de perro', 'mordida del perro'],
    ['poste de la luz', 'el poste de luz'],
    ['me golpeó', 'El inspector me golpeó'],
    ['en llamas', 'la casa está en llamas'],
    ['punto de caer', 'a punto de caer'],
    ['pidió ... dinero', 'El señor me pidió que le llevara más dinero'],
    ['pidi*…dinero', 'pidieron dinero'],
    ['año', 'Hace un ano que espero'],
    ['niño', 'nin\u0303os jugando'],
    ['bache', 'ba\u200bche'],
    ['e-mail', 'no contestan el e-mail'],
  ])('"%s" are found in "%s"', (pattern, text) => {
    expect(finds(pattern, text)).toBe(true)
  })

  it.each([
    ['rata', 'Esperé un buen rato'],
    ['puerta', 'El puerto está cerrado'],
    ['casa', 'en todo caso'],
    ['luz', 'se lució'],
    ['arma', 'me alarma'],
    ['poste caído', 'un poste y un árbol caído'],
    ['pidió ... dinero', 'pidió uno dos tres cuatro cinco seis dinero'],
    ['pidió ... dinero', 'dinero que pidió'],
    ['soborn*', 'un aborno'],
    ['me golpeó', 'un coche golpeó el poste'],
    ['en llamas', 'nadie contesta cuando llamas'],
    ['calle cortada', 'calle de arriba cortada'],
  ])('"%s" are not found in "%s"', (pattern, text) => {
    expect(finds(pattern, text)).toBe(false)
  })

  it('say which of them were found, in their own order', () => {
    const words = ['luz', 'poste', 'bache']
    expect(findWords(words, readText('Un bache bajo el poste'))).toEqual(['poste', 'bache'])
  })

  it('of nothing but articles never match', () => {
    for (const empty of ['la', 'los ...', '...', '', '¡!', '*']) {
      expect(readPattern(empty).steps).toEqual([])
      expect(finds(empty, 'la de los … ¡!')).toBe(false)
    }
  })

  it('are found in any text that contains them, whatever case and accents surround them', () => {
    const word = fc.stringMatching(/^[b-z]{4,12}$/)
    const around = fc.array(fc.stringMatching(/^[A-Za-zÁÉÍÓÚáéíóúñ]{1,10}$/), { maxLength: 20 })
    const shapes = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => text.normalize('NFD'),
    )
    fc.assert(
      fc.property(word, around, around, shapes, (wanted, before, after, shape) => {
        const text = shape([...before, wanted, ...after].join(' '))
        return finds(wanted, text) && finds(`${wanted.slice(0, 3)}*`, text)
      }),
    )
  })

  it('take no long time on texts made to slow them down', () => {
    const pattern = [...Array.from({ length: 12 }, () => 'ab'), 'zz'].join(' ... ')
    const text = readText('ab '.repeat(6000))
    const started = performance.now()
    findWords([pattern], text)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
