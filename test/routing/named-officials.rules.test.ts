import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { findNamedOfficials, type Official } from '../../src/routing/named-officials.ts'
import { readText } from '../../src/routing/text-matching.ts'

const NORTH = 'centre-north'

function official(officialId: string, name: string, more: Partial<Official> = {}): Official {
  return { officialId, name, post: '', places: [], centreId: null, ...more }
}

const directory: Official[] = [
  official('quispe', 'Lic. María Elena Quispe Huamán'),
  official('perez', 'Juan Pérez López'),
  official('carlos', 'Juan Carlos Rojas'),
  official('cruz', 'De la Cruz Mamani, Rosa'),
  official('head', 'Inés Tapia Vera', {
    post: 'Jefa de oficina',
    places: ['Centro Norte', 'Atención al público'],
    centreId: NORTH,
  }),
]

function namedIn(text: string, picked: string[] = [], centreId = 'elsewhere') {
  return findNamedOfficials(directory, readText(text), { centreId, picked })
}

describe('an official of the directory', () => {
  it.each([
    ['María Elena Quispe Huamán me atendió mal', 'quispe', 'María Elena Quispe Huamán'],
    ['la licenciada maria quispe no estaba', 'quispe', 'maria quispe'],
    ['QUISPE HUAMAN MARIA ELENA ME TRATO MAL', 'quispe', 'QUISPE HUAMAN MARIA ELENA'],
    ['según Quispe, María, no hay sistema', 'quispe', 'Quispe, María'],
    ['El señor Juan Pérez, de ventanilla, gritó', 'perez', 'Juan Pérez'],
    ['fui con Juan Perez Lopez ayer', 'perez', 'Juan Perez Lopez'],
    ['me mandaron con Carlos Rojas', 'carlos', 'Carlos Rojas'],
    ['doña Rosa de la Cruz perdió mi papel', 'cruz', 'Rosa de la Cruz'],
    ['La jefa de oficina del centro norte no vino', 'head', 'jefa de oficina'],
    ['en el Centro Norte, el jefe de la oficina', 'head', 'jefe de la oficina'],
  ])('is named: %s', (text, officialId, matched) => {
    expect(namedIn(text)).toEqual([{ officialId, certainty: 'named', matched }])
  })

  it.each([
    ['La señora Quispe no me atendió', 'quispe'],
    ['me atendió Quispe en la ventanilla', 'quispe'],
    ['Juan Pérez García vive en mi calle', 'perez'],
    ['Falta luz en la calle Juan Pérez', 'perez'],
    ['Falta luz en la Av. Juan Pérez', 'perez'],
    ['Señor Juan Pérez: me dirijo a usted por los baches', 'perez'],
    ['María Huamán me atendió', 'quispe'],
  ])('is possibly named, for a person to confirm: %s', (text, officialId) => {
    expect(namedIn(text)).toMatchObject([{ officialId, certainty: 'possible' }])
  })

  it.each([
    'Juan Carlos es mi hijo y no le dieron cita',
    'Hay una cruz y una rosa pintadas en el muro',
    'Vive en la calle Quispe',
    'Pérez y Quispe',
    'Mi vecina María Rosa',
    'la jefa de oficina no estaba',
  ])('is not named: %s', (text) => {
    expect(namedIn(text).filter(({ officialId }) => officialId !== 'quispe')).toEqual([])
    expect(namedIn(text).filter(({ certainty }) => certainty !== 'possible')).toEqual([])
  })

  it('is possibly meant by a post that only they hold in the centre of the filing', () => {
    expect(namedIn('la jefa de oficina no estaba', [], NORTH)).toMatchObject([
      { officialId: 'head', certainty: 'possible' },
    ])
  })

  it('whom the person picked counts whatever the text says', () => {
    expect(namedIn('No vinieron', ['cruz'])).toEqual([
      { officialId: 'cruz', certainty: 'picked', matched: '' },
    ])
  })

  it('is not sought by a surname that many of the directory bear', () => {
    const many = Array.from({ length: 9 }, (_, index) => official(`o${index}`, `Ana${index} Rojas`))
    expect(
      findNamedOfficials(many, readText('fui con el señor Rojas'), { centreId: '', picked: [] }),
    ).toEqual([])
  })

  it('is found by the full name in any sentence, in capitals or not', () => {
    const person = fc.constantFrom(...directory)
    fc.assert(
      fc.property(person, fc.boolean(), fc.lorem({ maxCount: 12 }), (someone, shout, filler) => {
        const name = someone.name.includes(',') ? 'Rosa de la Cruz Mamani' : someone.name
        const text = `${filler} con ${shout ? name.toUpperCase() : name} ayer ${filler}`
        return namedIn(text).some(
          ({ officialId, certainty }) => officialId === someone.officialId && certainty === 'named',
        )
      }),
    )
  })

  it('is sought among thousands in the time of a filing, whatever the text repeats', () => {
    const many = Array.from({ length: 5000 }, (_, index) =>
      official(`o${index}`, `Ana Quispe${index % 900} Rojas${index % 50}`, {
        post: 'Jefa de oficina',
        places: ['Centro Norte'],
        centreId: `centre-${index}`,
      }),
    )
    const texts = ['Quispe7 ', 'Ana Quispe7 ', 'jefa de oficina centro norte ', 'Rojas7 Ana ']
    const search = (text: string) =>
      findNamedOfficials(many, readText(text), { centreId: 'centre-1', picked: [] })
    search('')
    const started = performance.now()
    for (const text of texts) search(text.repeat(20_000 / text.length))
    expect(performance.now() - started).toBeLessThan(8000)
  })
})
