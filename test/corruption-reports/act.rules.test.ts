import { randomBytes } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import {
  bind,
  epochKeysOf,
  openWords,
  sealWords,
  signAct,
  signReading,
  verifyAct,
  verifyReading,
} from '../../src/corruption-reports/sealing/index.ts'

const reader = epochKeysOf(randomBytes(32))
const stranger = epochKeysOf(randomBytes(32))
const random = (length: number) => new Uint8Array(randomBytes(length))
const act = { id: random(16), epoch: 1, seq: 4, action: 'refer', body: bind(random(40), 'why') }

describe('An act of an officer', () => {
  it('is signed by whoever can read the report, and by nobody else', () => {
    const signature = signAct(reader, act)
    expect(verifyAct(reader.action.publicKey, act, signature)).toBe(true)
    expect(verifyAct(stranger.action.publicKey, act, signature)).toBe(false)
  })

  it.each([
    ['another number', { seq: 5 }],
    ['another epoch', { epoch: 2 }],
    ['another report', { id: random(16) }],
    ['another step', { action: 'conclude' }],
    ['other words', { body: bind(random(40), 'why') }],
    ['words cut in another place', { body: bind('why') }],
  ])('is not signed for %s', (_, changed) => {
    const signature = signAct(reader, act)
    expect(verifyAct(reader.action.publicKey, { ...act, ...changed }, signature)).toBe(false)
  })

  it('keeps its words for whoever reads, in their place and in steps of size', () => {
    const sealed = sealWords(reader.content.publicKey, act, { reason: 'Hay indicios' }, random)
    expect(openWords(reader.content, act, sealed)).toEqual({ reason: 'Hay indicios' })
    expect(() => openWords(stranger.content, act, sealed)).toThrow()
    expect(() => openWords(reader.content, { ...act, seq: 5 }, sealed)).toThrow()
    const longer = sealWords(reader.content.publicKey, act, { reason: 'Hay más indicios' }, random)
    expect(longer.length).toBe(sealed.length)
  })
})

describe('A look at a report', () => {
  const reading = { id: act.id, epoch: 1, by: 'account-1', day: '2026-11-23' }

  it('is proven by who can read it, for one account and one day', () => {
    const proof = signReading(reader, reading)
    const isProven = (changed: object) =>
      verifyReading(reader.action.publicKey, { ...reading, ...changed }, proof)
    expect(isProven({})).toBe(true)
    expect([isProven({ by: 'account-2' }), isProven({ day: '2026-11-24' })]).toEqual([false, false])
  })
})
