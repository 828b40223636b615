import { describe, expect, it } from '@jest/globals'
import type { ProgrammeDocument } from '../../src/collection/document.ts'
import { REQUIREMENTS, stateOf, type Proof } from '../../src/collection/programme-state.ts'

const nothing: Proof = { open: false, latest: {}, planned: 0, done: 0, collected: 0 }

function documentOf(more: Partial<ProgrammeDocument>): ProgrammeDocument {
  return {
    documentId: 'd',
    kind: 'procedure',
    version: 1,
    parts: { text: 'Pasos' },
    fileName: null,
    writtenAt: new Date('2026-03-02T16:00:00Z'),
    writtenBy: 'a',
    validations: [],
    ...more,
  }
}

const head = { as: 'head', accountId: 'h', on: '2026-03-02' } as const
const evaluator = { as: 'evaluator', accountId: 'e', on: '2026-03-02' } as const
const procedure = (...validations: ProgrammeDocument['validations']) => ({
  procedure: documentOf({ validations }),
})
const strategy = (...filled: string[]) => ({
  strategy: documentOf({
    kind: 'strategy',
    parts: Object.fromEntries(filled.map((part) => [part, 'x'])),
  }),
})
const all = ['goals', 'population', 'channels', 'instruments', 'periods', 'owner']

describe('A requirement of the programme', () => {
  it('is missing while there is nothing to show', () => {
    expect(REQUIREMENTS.map((id) => stateOf(id, nothing))).toEqual(
      REQUIREMENTS.map(() => 'missing'),
    )
  })

  it.each([
    ['NC-01', { open: true }, 'begun'],
    ['NC-01', { open: true, latest: { mechanism: documentOf({ kind: 'mechanism' }) } }, 'proved'],
    ['NC-02', { latest: strategy('goals') }, 'begun'],
    ['NC-02', { latest: strategy(...all) }, 'proved'],
    ['NC-03', { latest: procedure() }, 'begun'],
    ['NC-03', { latest: procedure(head) }, 'begun'],
    ['NC-03', { latest: procedure(head, evaluator) }, 'proved'],
    ['NC-04', { planned: 3 }, 'begun'],
    ['NC-04', { planned: 3, done: 1 }, 'proved'],
    ['NC-05', { collected: 1 }, 'proved'],
  ] as const)('%s with %j is %s', (id, proof, state) => {
    expect(stateOf(id, { ...nothing, ...proof })).toBe(state)
  })
})
