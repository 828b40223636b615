import { describe, expect, it } from '@jest/globals'
import type { Scope } from '../../src/people/index.ts'
import { nameKey, readStaffList, type KnownNames } from '../../src/people/staff-list.ts'

const whole: Scope = { administrationId: 'a', centreId: null, unitId: null }
const north: Scope = { ...whole, centreId: 'n' }
const known: KnownNames = {
  roles: new Map([
    ['ventanilla', 'site_officer'],
    ['responsable del libro', 'claims_manager'],
    ['administracion del sistema', 'system_admin'],
  ]),
  places: new Map([
    ['', whole],
    ['modulo norte', north],
  ]),
}

describe('A list of staff', () => {
  it.each([
    ['tabs', 'Ana Ruiz\tana@x.example\tVentanilla\tMódulo Norte'],
    ['semicolons', 'Ana Ruiz;ana@x.example;VENTANILLA;modulo  norte'],
    ['commas and quotes', '"Ana Ruiz","ana@x.example","Ventanilla","Módulo Norte"'],
  ])('is read with %s', (_how, text) => {
    const { lines, faults } = readStaffList(text, known)
    expect(faults).toEqual([])
    expect(lines).toEqual([
      { line: 1, name: 'Ana Ruiz', email: 'ana@x.example', role: 'site_officer', scope: north },
    ])
  })

  it('may begin with headings, and holds roles of the whole without a place', () => {
    const text = 'Nombre;Correo;Papel;Lugar\nRita;RITA@x.example;Responsable del libro;'
    expect(readStaffList(text, known).lines).toMatchObject([{ email: 'rita@x.example', line: 2 }])
  })

  it.each([
    ['few_columns', 'Ana;ana@x.example'],
    ['no_name', ';ana@x.example;Ventanilla;Módulo Norte'],
    ['bad_email', 'Ana;ana@;Ventanilla;Módulo Norte'],
    ['unknown_role', 'Ana;ana@x.example;Cajera;Módulo Norte'],
    ['unknown_place', 'Ana;ana@x.example;Ventanilla;Módulo Sur'],
    ['wrong_place', 'Ana;ana@x.example;Responsable del libro;Módulo Norte'],
    ['unknown_place', 'Ana;ana@x.example;Administración del sistema;'],
    ['repeated', 'A;a@x.example;Ventanilla;Módulo Norte\nA;a@x.example;Ventanilla;Módulo Norte'],
  ])('says of a line that it has the fault %s', (fault, text) => {
    expect(readStaffList(text, known).faults.map((one) => one.fault)).toEqual([fault])
  })

  it('takes names as people write them', () => {
    expect(nameKey('  Módulo   NORTE ')).toBe('modulo norte')
  })
})
