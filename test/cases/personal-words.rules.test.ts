import { describe, expect, it } from '@jest/globals'
import { personalWords, withoutPersonalWords } from '../../src/cases/personal-words.ts'

const NOBODY = {
  names: null,
  firstSurname: null,
  secondSurname: null,
  legalName: null,
  representative: null,
  documentType: null,
  documentNumber: null,
  email: null,
  phone: null,
  address: null,
  supportNeeds: null,
}

const hide = (text: string, person: Partial<typeof NOBODY | Record<string, string>>) =>
  withoutPersonalWords(text, personalWords({ ...NOBODY, ...person }))

describe('An answer that another person may read', () => {
  it.each([
    [
      'Señora ANA Robles: tiene razón.',
      { names: 'Ana', firstSurname: 'Robles' },
      'Señora […] […]: tiene razón.',
    ],
    ['Estimada María Inés', { names: 'María Inés' }, 'Estimada […]'],
    ['Estimada Inés', { names: 'María Inés' }, 'Estimada […]'],
    ['Escribimos a ana+1@correo.example.', { email: 'ana+1@correo.example' }, 'Escribimos a […].'],
    ['Su DNI 44-556 (copia)', { documentNumber: '44-556' }, 'Su DNI […] (copia)'],
    ['La llamamos al 55 5555 1234', { phone: '55 5555 1234' }, 'La llamamos al […]'],
  ])('%s loses what tells who it was', (text, person, left) => {
    expect(hide(text, person)).toBe(left)
  })

  it('keeps words that only contain a name, and particles', () => {
    const text = 'La ventana de la banca se abre hoy.'
    expect(hide(text, { names: 'Ana', firstSurname: 'De', secondSurname: 'La' })).toBe(text)
  })

  it('of nobody known stays as it is', () => {
    expect(withoutPersonalWords('Tiene razón.', personalWords(null))).toBe('Tiene razón.')
  })
})
