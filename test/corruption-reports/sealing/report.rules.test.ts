import { describe, expect, it } from '@jest/globals'
import {
  alarmsOf,
  deriveReceipt,
  envelopeFromJson,
  type Envelope,
  type EnvelopeJson,
  envelopeToJson,
  openReport,
  openSelf,
  type ReportToSeal,
  sealReport,
} from '../../../src/corruption-reports/sealing/index.ts'
import { countingRandom, directory, founders, named, noMarks } from './people.ts'

const bits = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 0)
const told = { narration: 'Me pidieron dinero por la licencia.' }

function sealed(report: Partial<ReportToSeal> = {}, seed = 5): Envelope {
  const whole = { directory, told, marks: noMarks, struck: [], receipt: bits, ...report }
  return sealReport(whole, countingRandom(seed))
}

function openAs(id: string, envelope: Envelope) {
  const { keys } = named(id)
  const slot = envelope.slots.find(({ member }) => member === id)
  return openReport(envelope, slot?.box ?? new Uint8Array(0), { id, x: keys.x })
}

describe('a report that was sealed', () => {
  it('is read by every officer and by nobody else', () => {
    const envelope = sealed()
    const readers = founders.filter(({ id }) => openAs(id, envelope)).map(({ id }) => id)
    expect(readers).toEqual(['officer-1', 'officer-2'])
    expect(openAs('officer-1', envelope)?.content.told).toEqual(told)
  })

  it('goes through the wire unchanged', () => {
    const envelope = sealed()
    const wire = JSON.parse(JSON.stringify(envelopeToJson(envelope))) as EnvelopeJson
    expect(envelopeFromJson(wire)).toEqual(envelope)
  })

  it('raises no alarm in the client of an officer', () => {
    const envelope = sealed()
    const opened = openAs('officer-1', envelope)
    const members = envelope.slots.map(({ member }) => member)
    expect(opened && alarmsOf(opened, envelope, members, directory)).toEqual([])
  })

  it('gives the reporter who comes back the key of the dialogue', () => {
    const envelope = sealed()
    const { selfKey } = deriveReceipt(bits, directory.administration)
    const self = openSelf(selfKey, envelope.id, envelope.self)
    expect(self.dialogueKey).toEqual(openAs('officer-2', envelope)?.dialogueKey)
  })
})
