import { describe, expect, it } from '@jest/globals'
import { cleanFileName, decodeFileName } from '../../src/attachments/file-name.ts'
import { findAllowedType } from '../../src/attachments/attachment-types.ts'

const pdf = findAllowedType('application/pdf')!
const jpeg = findAllowedType('image/jpeg')!
const text = findAllowedType('text/plain')!

function asReceived(name: string) {
  return Buffer.from(name, 'utf8').toString('latin1')
}

describe('The name of a file that was sent', () => {
  it.each([
    ['año.txt', asReceived('año.txt')],
    ['Reclamación 2ª instancia.pdf', asReceived('Reclamación 2ª instancia.pdf')],
    ['照片.jpg', asReceived('照片.jpg')],
    ['año.txt', 'año.txt'],
    ['照片.jpg', '照片.jpg'],
    ['plain.txt', 'plain.txt'],
  ])('is read as %s whatever encoding its sender used', (expected, received) => {
    expect(decodeFileName(received)).toBe(expected)
  })

  it.each([
    ['../../etc/passwd', 'passwd.txt'],
    ['C:\\Users\\Ana\\carta.txt', 'carta.txt'],
    ['carta\u0000.txt', 'carta.txt'],
    ['car\r\nSet-Cookie: a=b\nta.txt', 'carSet-Cookie- a=bta.txt'],
    ['factura\u202Etxt.exe', 'facturatxt.exe.txt'],
    ['a\u200Bb\uFEFFc.txt', 'abc.txt'],
    ['\ud800suelto.txt', 'suelto.txt'],
    ['...oculto.txt', 'oculto.txt'],
    ['.txt', 'adjunto.txt'],
    ['', 'adjunto.txt'],
    ['dos   espacios .txt', 'dos espacios.txt'],
    ['¿qué "pasó"?.txt', '¿qué -pasó--.txt'],
    ['año nuevo.TXT', 'año nuevo.txt'],
    ['n\u0303.txt', 'ñ.txt'],
  ])('%j is kept as %s', (name, expected) => {
    expect(cleanFileName(name, text)).toBe(expected)
  })

  it.each([
    ['foto.png', jpeg, 'foto.jpg'],
    ['foto.jpeg', jpeg, 'foto.jpeg'],
    ['foto', jpeg, 'foto.jpg'],
    ['informe.v2', pdf, 'informe.v2.pdf'],
    ['Carta Sr. Pérez', pdf, 'Carta Sr. Pérez.pdf'],
    ['programa.exe', pdf, 'programa.exe.pdf'],
  ])('%s ends as its content says', (name, type, expected) => {
    expect(cleanFileName(name, type)).toBe(expected)
  })

  it('is cut when it is long, without cutting a character or the extension', () => {
    const cleaned = cleanFileName('😀'.repeat(500) + '.pdf', pdf)
    expect(cleaned).toBe('😀'.repeat(120) + '.pdf')
  })

  it('comes out the same when it is cleaned twice', () => {
    const once = cleanFileName('..\u202E a<b>.PNG', jpeg)
    expect(cleanFileName(once, jpeg)).toBe(once)
  })
})
