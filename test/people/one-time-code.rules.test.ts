import { describe, expect, it } from '@jest/globals'
import {
  codeOfStep,
  stepAt,
  stepOfCode,
  stepSeconds,
} from '../../src/people/second-factor/one-time-code.ts'
import {
  hashRecoveryCode,
  makeRecoveryCodes,
} from '../../src/people/second-factor/recovery-codes.ts'
import {
  boxSecret,
  makeSecret,
  openSecret,
  secretAddress,
  spellSecret,
} from '../../src/people/second-factor/secret.ts'
import { needsSecondFactor } from '../../src/people/second-factor/second-factor-policy.ts'
import { roles } from '../../src/people/index.ts'
import { secretsFrom } from '../../src/platform/secrets.ts'

const secret = Buffer.from('12345678901234567890')
const at = (seconds: number) => new Date(seconds * 1000)

describe('A code of the second factor', () => {
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('is that of RFC 6238, appendix B, at second %i', (second, code) => {
    expect(codeOfStep(secret, stepAt(at(second)), 8)).toBe(code)
  })

  it.each([
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
  ])('made %i steps away is taken: %s', (steps, taken) => {
    const now = at(1_234_567_890)
    const code = codeOfStep(secret, stepAt(now) + steps)
    const found = stepOfCode(secret, code, { now, lastStep: 0 })
    expect(found).toBe(taken ? stepAt(now) + steps : null)
  })

  it('is not taken once it or a later one was', () => {
    const now = at(1_234_567_890)
    const step = stepAt(now)
    const code = codeOfStep(secret, step)
    expect(stepOfCode(secret, code, { now, lastStep: step - 1 })).toBe(step)
    expect(stepOfCode(secret, code, { now, lastStep: step })).toBeNull()
    expect(stepOfCode(secret, code, { now, lastStep: step + 1 })).toBeNull()
  })

  it.each(['', '12345', '1234567', '٠٠٠٠٠٠', 'abcdef'])('is not %j', (typed) => {
    const now = at(stepSeconds * 40)
    expect(stepOfCode(secret, typed, { now, lastStep: 0 })).toBeNull()
  })
})

describe('The secret behind the codes', () => {
  const secrets = secretsFrom(Buffer.alloc(32, 7))

  it('is spelled in base32', () => {
    expect(spellSecret(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
    expect(spellSecret(makeSecret())).toMatch(/^[A-Z2-7]{32}$/)
  })

  it('is told to the app with whose it is', () => {
    const address = secretAddress(secret, { email: 'ana@muni.example', issuer: 'Libro Abierto' })
    expect(address).toBe(
      'otpauth://totp/Libro%20Abierto:ana%40muni.example' +
        '?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Libro%20Abierto',
    )
  })

  it('opens for its own account with the installation’s key, and no other way', () => {
    const box = boxSecret(secrets, 'ana', secret)
    expect(openSecret(secrets, 'ana', box)).toEqual(secret)
    expect(box.includes(secret)).toBe(false)
    expect(() => openSecret(secrets, 'beto', box)).toThrow()
    expect(() => openSecret(secretsFrom(Buffer.alloc(32, 8)), 'ana', box)).toThrow()
    box[20]! ^= 1
    expect(() => openSecret(secrets, 'ana', box)).toThrow()
  })

  it('has ten spare codes, forgiving of capitals and strokes, each of one account', () => {
    const codes = makeRecoveryCodes()
    expect(new Set(codes).size).toBe(10)
    const [code = ''] = codes
    const typed = code.toUpperCase().replaceAll('-', ' ')
    expect(hashRecoveryCode(secrets, 'ana', typed)).toEqual(hashRecoveryCode(secrets, 'ana', code))
    expect(hashRecoveryCode(secrets, 'beto', code)).not.toEqual(
      hashRecoveryCode(secrets, 'ana', code),
    )
  })
})

describe('The second factor', () => {
  it('is compulsory for whoever holds a key of the sealed reports, and for nobody else', () => {
    expect(roles.filter((role) => needsSecondFactor([{ role }]))).toEqual([
      'integrity_officer',
      'custodian',
      'alternate_authority',
      'recovery_holder',
    ])
    expect(needsSecondFactor([{ role: 'analyst' }, { role: 'custodian' }])).toBe(true)
    expect(needsSecondFactor([])).toBe(false)
  })
})
