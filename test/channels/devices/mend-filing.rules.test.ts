import { describe, expect, it } from '@jest/globals'
import { mendFiling } from '../../../src/channels/devices/mend-filing.ts'
import type { FieldProblem } from '../../../src/platform/errors.ts'

type Body = Readonly<Record<string, unknown>>

const refusing =
  (...fields: readonly (readonly [string, string, (body: Body) => boolean])[]) =>
  (body: Body): FieldProblem[] =>
    fields.filter(([, , stands]) => stands(body)).map(([field, code]) => ({ field, code }))

describe('A filing that the rules of today refuse', () => {
  it('loses what can be left out, and says what', () => {
    const check = refusing(
      ['/motive', 'unknown', (body) => 'motive' in body],
      ['/person/phone', 'not_phone', (body) => 'phone' in (body['person'] as Body)],
    )
    const written = { kind: 'need', motive: 'gone', person: { names: 'Ana', phone: 'x' } }
    const mended = mendFiling(written, { centre: 'norte' }, check)
    expect(mended.leftOut).toEqual(['/motive', '/person/phone'])
    expect(mended.problems).toEqual([])
    expect(mended.body).toMatchObject({ kind: 'need', centre: 'norte', person: { names: 'Ana' } })
    expect(mended.body).not.toHaveProperty('motive')
  })

  it('keeps what is asked for: its kind, its text, what is required', () => {
    const check = refusing(
      ['/kind', 'unknown', () => true],
      ['/person/names', 'required', () => true],
      ['/description', 'too_long', () => true],
    )
    const { leftOut, problems } = mendFiling({ kind: 'x', description: 'y' }, {}, check)
    expect(leftOut).toEqual([])
    expect(problems).toHaveLength(3)
  })

  it('ends, also when a rule refuses what is not there', () => {
    const check = refusing(['/language', 'unknown', () => true])
    expect(mendFiling({ kind: 'need' }, {}, check).problems).toHaveLength(1)
  })
})
