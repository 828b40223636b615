import { describe, expect, it } from '@jest/globals'
import { x25519 } from '@noble/curves/ed25519.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { boxKeysOf, encOf, hpkeOpen } from '../../../src/platform/hpke/index.ts'
import {
  findAgreement,
  noAgreement,
} from '../../../src/corruption-reports/sealing/native-x25519.ts'
import { openBySlotFast, openSlotFast } from '../../../src/corruption-reports/sealing/open-many.ts'
import { boxOf, opened, sealed } from './filing.ts'
import { named } from './people.ts'

/** RFC 7748, 5.2; in the second one the bit that X25519 ignores is set. */
const vectors = [
  [
    'a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4',
    'e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c',
    'c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552',
  ],
  [
    '4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d',
    'e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493',
    '95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957',
  ],
] as const

/** RFC 9180, A.2.1. */
const hpke = {
  info: hexToBytes('4f6465206f6e2061204772656369616e2055726e'),
  aad: hexToBytes('436f756e742d30'),
  receiver: '8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb',
  sealed:
    '1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a' +
    '1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28',
}

describe("X25519 of the machine's own", () => {
  it.each(vectors)(
    'agrees on what the RFC and ours agree on: %s',
    async (secret, other, shared) => {
      const agree = await findAgreement()
      const native = await agree(hexToBytes(secret), hexToBytes(other))
      expect(native && bytesToHex(native)).toBe(shared)
      expect(bytesToHex(x25519.getSharedSecret(hexToBytes(secret), hexToBytes(other)))).toBe(shared)
    },
  )

  it('opens the box of RFC 9180', async () => {
    const agree = await findAgreement()
    const receiver = boxKeysOf(hexToBytes(hpke.receiver))
    const box = hexToBytes(hpke.sealed)
    const agreed = await agree(receiver.secret, encOf(box))
    const plain = bytesToHex(hpkeOpen(receiver, hpke, box, agreed))
    expect(plain).toBe('4265617574792069732074727574682c20747275746820626561757479')
    const wrong = agreed?.map((byte) => byte ^ 1) ?? null
    expect(() => hpkeOpen(receiver, hpke, box, wrong)).toThrow()
  })

  it('leaves to ours a point of small order, which refuses it', async () => {
    const agree = await findAgreement()
    const secret = hexToBytes(hpke.receiver)
    expect(await agree(secret, new Uint8Array(32))).toBeNull()
    const box = new Uint8Array(64)
    expect(() => hpkeOpen(boxKeysOf(secret), hpke, box, null)).toThrow()
  })

  it.each([
    ['there is none, as without TLS', undefined],
    ['the browser does not know the curve', { importKey: () => Promise.reject(new Error('no')) }],
  ])('is not used where %s', async (_, subtle) => {
    const agree = await findAgreement((subtle ?? null) as unknown as typeof crypto.subtle)
    expect(agree).toBe(noAgreement)
  })
})

describe('Many reports', () => {
  const envelope = sealed()
  const box = boxOf(envelope.slots, 'officer-1')
  const officer = { id: 'officer-1', x: named('officer-1').keys.x }

  it.each([
    ["the machine's own X25519", () => findAgreement()],
    ['ours', () => Promise.resolve(noAgreement)],
  ])('open to the same with %s', async (_, find) => {
    const agree = await find()
    const slot = await openSlotFast(agree, envelope, officer, box)
    const report = slot && (await openBySlotFast(agree, envelope, slot))
    const { content, contentHash, dialogueKey } = opened(envelope)
    expect(report).toMatchObject({ content, contentHash, dialogueKey })
    const other = { id: 'officer-2', x: named('officer-2').keys.x }
    expect(await openSlotFast(agree, envelope, other, box)).toBeNull()
    const changed = { ...envelope, content: envelope.content.map((byte) => byte ^ 1) }
    const refused = slot && openBySlotFast(agree, changed, slot)
    await expect(refused).rejects.toThrow('tampered')
  })
})
