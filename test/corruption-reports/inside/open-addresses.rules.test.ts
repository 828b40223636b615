import { describe, expect, it } from '@jest/globals'
import { readConfig } from '../../../src/config.ts'
import { sideOf } from '../../../src/corruption-reports/inside/host-gate.ts'
import { opensOn } from '../../../src/corruption-reports/inside/open-addresses.ts'

const rooms = ['llaves', 'denuncias']

describe('Where officers have an address of their own', () => {
  it.each([
    '/personal/villa/llaves',
    '/personal/villa/llaves/fundacion',
    '/personal/villa/denuncias/abc',
    '/Personal/villa/LLAVES',
  ])('%s exists there alone', (path) => {
    expect(opensOn('others', path, rooms)).toBe(false)
    expect(opensOn('both', path, rooms)).toBe(true)
  })

  it('finds its rooms', () => {
    expect(opensOn('officers', '/personal/villa/denuncias/abc', rooms)).toBe(true)
  })

  it.each([
    '/personal',
    '/personal/entrar',
    '/personal/salir',
    '/personal/segundo-factor/nuevo',
    '/personal/mi-cuenta/clave',
    '/personal/villa',
    '/assets/staff.css',
    '/healthz',
  ])('%s exists on both', (path) => {
    expect(opensOn('officers', path, rooms)).toBe(true)
    expect(opensOn('others', path, rooms)).toBe(true)
  })

  it.each([
    '/',
    '/villa',
    '/villa/denuncia',
    '/personal/villa/casos',
    '/personal/villa/cuentas',
    '/personal/instalar',
    '/personal/vista-previa-correos',
    '/seguimiento',
    '/api/v1/cases/X',
    '/personal/villa/llavero',
  ])('%s does not exist there', (path) => {
    expect(opensOn('officers', path, rooms)).toBe(false)
    expect(opensOn('others', path, rooms)).toBe(true)
  })

  it('is told by the host that was asked for, port included', () => {
    const config = {
      baseUrl: 'https://libro.example',
      officersBaseUrl: 'https://interno.example:8443',
    }
    expect(sideOf({ host: 'interno.example:8443' }, config)).toBe('officers')
    expect(sideOf({ host: 'interno.example' }, config)).toBe('others')
    expect(sideOf({ host: 'libro.example' }, config)).toBe('others')
    const one = { ...config, officersBaseUrl: config.baseUrl }
    expect(sideOf({ host: 'libro.example' }, one)).toBe('both')
  })

  it('has the same protocol as the rest', () => {
    const env = { BASE_URL: 'https://libro.example', OFFICERS_BASE_URL: 'http://interno.example' }
    expect(() => readConfig(env)).toThrow('OFFICERS_BASE_URL must begin as BASE_URL does')
  })
})
