import { describe, expect, it } from '@jest/globals'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { boxKeysOf, hpkeOpen, hpkeSeal } from '../../../src/platform/hpke/index.ts'

/** RFC 9180, A.2.1: base mode, its first encryption. */
const vector = {
  info: '4f6465206f6e2061204772656369616e2055726e',
  ephemeral: 'f4ec9b33b792c372c1d2c2063507b684ef925b8c75a42dbcbf57d63ccd381600',
  enc: '1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a',
  receiver: '8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb',
  receiverPublic: '4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a',
  plain: '4265617574792069732074727574682c20747275746820626561757479',
  aad: '436f756e742d30',
  sealed:
    '1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28',
}

describe('HPKE as RFC 9180 writes it', () => {
  const context = { info: hexToBytes(vector.info), aad: hexToBytes(vector.aad) }
  const receiver = boxKeysOf(hexToBytes(vector.receiver))

  it('seals to the bytes of the vector', () => {
    const plain = hexToBytes(vector.plain)
    const ephemeral = hexToBytes(vector.ephemeral)
    const sealed = hpkeSeal(receiver.publicKey, context, plain, ephemeral)
    expect(bytesToHex(receiver.publicKey)).toBe(vector.receiverPublic)
    expect(bytesToHex(sealed)).toBe(vector.enc + vector.sealed)
  })

  it('opens the bytes of the vector', () => {
    const plain = hpkeOpen(receiver, context, hexToBytes(vector.enc + vector.sealed))
    expect(bytesToHex(plain)).toBe(vector.plain)
  })

  it.each([
    ['another info', { ...context, info: new Uint8Array(3) }],
    ['another aad', { ...context, aad: new Uint8Array(3) }],
  ])('does not open with %s', (_, other) => {
    const sealed = hexToBytes(vector.enc + vector.sealed)
    expect(() => hpkeOpen(receiver, other, sealed)).toThrow()
  })

  it('does not open when one bit of it is another, the one that X25519 ignores included', () => {
    const sealed = hexToBytes(vector.enc + vector.sealed)
    const bits = [255, ...Array.from(sealed, (_, at) => at * 8 + (at % 8))]
    for (const bit of bits) {
      const other = sealed.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
      expect(() => hpkeOpen(receiver, context, other)).toThrow()
    }
  })

  it('refuses a point of small order, whose secret everybody knows', () => {
    const secret = hexToBytes(vector.ephemeral)
    expect(() => hpkeSeal(new Uint8Array(32), context, new Uint8Array(1), secret)).toThrow()
  })
})
