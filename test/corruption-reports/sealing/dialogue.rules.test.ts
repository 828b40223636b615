import { describe, expect, it } from '@jest/globals'
import {
  type Direction,
  messageHash,
  noMessage,
  openDialogue,
  openMessage,
  sealMessage,
  type StoredMessage,
} from '../../../src/corruption-reports/sealing/index.ts'
import { countingRandom } from './people.ts'

const random = countingRandom(11)
const id = random(16)
const keys = new Map([
  [1, random(32)],
  [2, random(32)],
])
const keyOf = (epoch: number) => keys.get(epoch) ?? null
const said: [number, Direction, string][] = [
  [1, 'to_officers', 'Tengo una foto.'],
  [1, 'to_reporter', '¿Puede enviarla?'],
  [1, 'to_officers', 'Sí.'],
  [2, 'to_reporter', 'Ya la vimos.'],
]
const stored = said.reduce<StoredMessage[]>(
  (before, message) => [...before, write(before, message)],
  [],
)

function write(
  before: readonly StoredMessage[],
  [epoch, direction, text]: [number, Direction, string],
): StoredMessage {
  const { seq, previous } = openDialogue(id, before, keyOf)
  const key = keys.get(epoch) ?? new Uint8Array(32)
  return {
    epoch,
    direction,
    box: sealMessage(key, { id, epoch, direction, seq, previous }, { text }, random),
  }
}

describe('a dialogue', () => {
  it('is read in its order, over the epochs', () => {
    const { messages, seq } = openDialogue(id, stored, keyOf)
    expect(messages.map(({ body }) => body)).toEqual(said.map(([, , text]) => ({ text })))
    expect(seq).toBe(5)
  })

  it('shows what was said in an epoch of which one has no key as closed, and goes on', () => {
    const { messages } = openDialogue(id, stored, (epoch) => (epoch === 2 ? keyOf(2) : null))
    expect(messages.map(({ body }) => body)).toEqual([null, null, null, { text: 'Ya la vimos.' }])
  })

  it.each([
    ['one is left out', [0, 2, 3]],
    ['the first is left out', [1, 2, 3]],
    ['two change places', [1, 0, 2, 3]],
    ['one stands there twice', [0, 0, 1, 2, 3]],
  ])('is refused when %s', (_, order) => {
    const other = order.flatMap((index) => stored[index] ?? [])
    expect(() => openDialogue(id, other, keyOf)).toThrow('tampered')
  })

  it.each([
    ['is of the other direction', { direction: 'to_reporter' as const }],
    ['is of another epoch', { epoch: 2 }],
    [
      'has another bit',
      { box: stored[0]?.box.map((byte, at) => (at === 50 ? byte ^ 1 : byte)) ?? noMessage },
    ],
    ['is cut', { box: stored[0]?.box.subarray(0, 100) ?? noMessage }],
  ])('is refused when a message %s', (_, change) => {
    const [first, ...rest] = stored
    const other = first ? [{ ...first, ...change }, ...rest] : []
    expect(() => openDialogue(id, other, keyOf)).toThrow('tampered')
  })

  it('is refused in another report', () => {
    expect(() => openDialogue(random(16), stored, keyOf)).toThrow('tampered')
  })

  it('has messages of the same size, whether they say much or little', () => {
    const sizes = said.map(([, , text], index) => [text.length, stored[index]?.box.length])
    expect(new Set(sizes.map(([length]) => length)).size).toBeGreaterThan(1)
    expect(new Set(sizes.map(([, size]) => size))).toEqual(new Set([1024 + 40]))
  })

  it('does not open a message with a hash of another before it', () => {
    const place = { id, epoch: 1, direction: 'to_officers' as const, seq: 1, previous: noMessage }
    const box = stored[0]?.box ?? noMessage
    const key = keys.get(1) ?? noMessage
    expect(openMessage(key, place, box)).toEqual({ text: 'Tengo una foto.' })
    const moved = { ...place, previous: messageHash(box) }
    expect(() => openMessage(key, moved, box)).toThrow('tampered')
  })
})
