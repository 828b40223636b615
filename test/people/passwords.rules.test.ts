import { describe, expect, it } from '@jest/globals'
import { passwordFault } from '../../src/people/password-rules.ts'
import {
  hashPassword,
  isPassword,
  makeOneTimePassword,
  nobodysHash,
} from '../../src/people/passwords.ts'

const about = { email: 'rosa.quispe@muni.example', name: 'Rosa Quispe Huamán' }

describe('A password', () => {
  it.each([
    ['corta', 'too_short'],
    ['áéíóúáéíóúá', 'too_short'],
    ['x'.repeat(201), 'too_long'],
    ['aaaaaaaaaaaaaaaa', 'too_common'],
    ['123456789012', 'too_common'],
    ['contraseña2026', 'too_common'],
    ['Contraseña-2026!', 'too_common'],
    ['passwordpassword', 'too_common'],
    ['P4ssw0rd12345', 'too_common'],
    ['qwertyuiop12', 'too_common'],
    ['0987654321098', 'too_common'],
    ['libro-abierto-2026', 'too_common'],
    ['rosa.quispe@muni.example', 'about_you'],
    ['RosaQuispe2026', 'about_you'],
    ['huaman.quispe.1984', 'about_you'],
  ])('such as %s is refused: %s', (password, fault) => {
    expect(passwordFault(password, about)).toBe(fault)
  })

  it.each([
    'tres gatos miran la lluvia',
    'kx7#pq2!mvz9',
    'una-municipalidad-que-escucha',
    'rosas y claveles del jardín',
    '🦙🦙🌽🥔🏔️🌧️☀️🌵🚌🚲🛶🪁',
  ])('such as %s is good enough', (password) => {
    expect(passwordFault(password, about)).toBeNull()
  })
})

describe('A password kept', () => {
  it('is recognised, however the keyboard composes its accents', async () => {
    const kept = await hashPassword('la caña dulce'.normalize('NFD'))
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await isPassword('la caña dulce'.normalize('NFC'), kept, 'me')).toBe(true)
    expect(await isPassword('la cana dulce', kept, 'me')).toBe(false)
  })

  it('is never that of nobody', async () => {
    expect(await isPassword('', nobodysHash, 'me')).toBe(false)
    expect(nobodysHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it('handed over once is good enough and always another', () => {
    const made = Array.from({ length: 50 }, makeOneTimePassword)
    expect(new Set(made).size).toBe(50)
    for (const password of made) {
      expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
      expect(passwordFault(password, about)).toBeNull()
    }
  })
})
