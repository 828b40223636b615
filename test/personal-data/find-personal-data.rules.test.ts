import { describe, expect, it } from '@jest/globals'
import { personalFinders } from '../../src/personal-data/finders.ts'
import { findPersonalData } from '../../src/personal-data/find-personal-data.ts'
import { readCheckedNumbers, readPersonalWords } from '../../src/personal-data/personal-pack.ts'

const finders = personalFinders(await readPersonalWords('es'), {
  documentPatterns: ['^[0-9]{8}$', '^[0-9A-Z]{5,20}$'],
  numbers: await readCheckedNumbers(),
})

const found = (text: string) =>
  findPersonalData(text, finders).map(({ start, end, kind, why }) => [
    text.slice(start, end),
    kind,
    why,
  ])

describe('A number with a check digit', () => {
  it.each([
    ['su CURP, BOXW310820HNERXN09, ya está', 'BOXW310820HNERXN09', 'document'],
    ['se registró GODE561231GR8 en el padrón', 'GODE561231GR8', 'document'],
    ['el contribuyente gode561231gr8', 'gode561231gr8', 'document'],
    ['el vecino 10117410-2 firmó', '10117410-2', 'document'],
    ['depositar a 032180000118359719', '032180000118359719', 'account'],
    ['depositar a 032 180 00011835971 9 hoy', '032 180 00011835971 9', 'account'],
    ['pagó con 4111 1111 1111 1111', '4111 1111 1111 1111', 'account'],
    ['a ES91 2100 0418 4502 0005 1332 antes', 'ES91 2100 0418 4502 0005 1332', 'account'],
  ])('proves itself in: %s', (text, number, kind) => {
    expect(found(text)).toEqual([[number, kind, 'checked']])
  })

  it.each(['depositar a 032180000118359718', 'pagó con 4111 1111 1111 1112'])(
    'proves nothing when it is wrong: %s',
    (text) => {
      expect(found(text).filter(([, , why]) => why === 'checked')).toEqual([])
    },
  )
})

describe('A word before a number', () => {
  it.each([
    ['su DNI es 45871236', '45871236', 'document'],
    ['con RFC: XAXX010101000', 'XAXX010101000', 'document'],
    ['la clabe 032180000118359710', '032180000118359710', 'account'],
    ['su número de cuenta 191-2345678-0-12', '191-2345678-0-12', 'account'],
    ['la tarjeta 5512-3456', '5512-3456', 'account'],
  ])('says what it is, right or wrong: %s', (text, number, kind) => {
    expect(found(text)).toEqual([[number, kind, 'word']])
  })

  it('is told along with what was found', () => {
    const [one] = findPersonalData('Con DNI n.º 45871236 consta.', finders)
    expect(one?.called).toBe('DNI')
  })
})

describe('Ordinary answers', () => {
  it.each([
    'La obra costó $1 250 000.00 y termina el 15/03/2027.',
    'Su caso DEMO-2026-000123 quedó atendido.',
    'La unidad cuenta con 350 luminarias nuevas.',
    'Puede venir de 8:00 a 15:30 a la ventanilla 4.',
    'Conforme al artículo 45 de la Ley 27444 tiene 15 días hábiles.',
    'El oficio OP-0123-2026 ordena la reparación de 12 baches.',
    'No sabemos cómo se llama. Fui con usted hasta la puerta.',
    'Usted preguntó quién firma. La respuesta es el director.',
  ])('hold nothing of anybody: %s', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('A name', () => {
  it.each([
    ['me llamo eulogia tintaya condori y vivo lejos', 'eulogia tintaya condori'],
    ['ME LLAMO EULOGIA TINTAYA Y VIVO LEJOS', 'EULOGIA TINTAYA'],
    ['mi nombre es eulogia tintaya vivo por el río', 'eulogia tintaya'],
    ['a nombre de eulogia tintaya', 'eulogia tintaya'],
    ['la lic. tintaya no quiso', 'tintaya'],
    ['Atentamente.\nEulogia Tintaya', 'Eulogia Tintaya'],
    ['me llamo: Eulogia Tintaya', 'Eulogia Tintaya'],
  ])('that few have is known by what stands before it: %s', (text, name) => {
    expect(found(text)).toEqual([[name, 'name', 'word']])
  })

  it('is not looked for beyond the end of a sentence', () => {
    expect(found('No dijo cómo se llama. Tintaya queda lejos.')).toEqual([])
  })
})
