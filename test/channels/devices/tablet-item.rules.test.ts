import { randomBytes } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import {
  newPrintedToken,
  openFile,
  openFiling,
  provisionalNumber,
  sealFile,
  sealFiling,
  type SealedFiling,
} from '../../../src/channels/devices/sealing/index.ts'
import { boxKeysOf } from '../../../src/platform/hpke/index.ts'

const keys = boxKeysOf(randomBytes(32))
const item = { deviceId: 'a tablet', id: 'an item' }
const filing: SealedFiling = {
  v: 1,
  filing: { kind: 'need', description: 'Más sillas de ruedas, por favor.' },
  trackingToken: 'ABCD-EFGH-JKMN-PQRS',
  provisionalNumber: 'DEMO-T7K3-000042',
  madeAt: '2026-03-02T16:00:00.000Z',
  files: [],
}

describe('What a tablet seals', () => {
  it('opens with the administration’s key, and reads as it was written', () => {
    const sealed = sealFiling(keys.publicKey, item, filing, randomBytes)
    expect(openFiling(keys, item, sealed)).toEqual(filing)
    expect(Buffer.from(sealed).includes('sillas')).toBe(false)
  })

  it('opens only as the item and the tablet that it was sealed for', () => {
    const sealed = sealFiling(keys.publicKey, item, filing, randomBytes)
    for (const other of [
      { ...item, id: 'another' },
      { ...item, deviceId: 'another' },
    ]) {
      expect(() => openFiling(keys, other, sealed)).toThrow()
    }
  })

  it('keeps each file in its place', () => {
    const bytes = randomBytes(1000)
    const sealed = sealFile(keys.publicKey, { ...item, n: 1 }, bytes, randomBytes)
    expect(Buffer.from(openFile(keys, { ...item, n: 1 }, sealed))).toEqual(bytes)
    expect(() => openFile(keys, { ...item, n: 2 }, sealed)).toThrow()
  })
})

describe('What a tablet prints', () => {
  it('is a secret in the letters and groups of the book’s own', () => {
    expect(newPrintedToken(randomBytes)).toMatch(
      /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/,
    )
    expect(newPrintedToken(randomBytes)).not.toBe(newPrintedToken(randomBytes))
  })

  it('is a number of at least six digits behind the book and the tablet', () => {
    expect(provisionalNumber('DEMO', 'T7K3', 42)).toBe('DEMO-T7K3-000042')
    expect(provisionalNumber('DEMO', 'T7K3', 1_234_567)).toBe('DEMO-T7K3-1234567')
  })
})
