import { describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { describeError } from '../../src/platform/log/describe-error.ts'

describe('an error in the log', () => {
  it('of the database tells codes and names, never the value that a person typed', () => {
    const error = Object.assign(
      new pg.DatabaseError('invalid input syntax for type date: "Ana López"', 0, 'error'),
      {
        severity: 'ERROR',
        code: '22007',
        detail: 'Key (email)=(ana@demo.example)',
        table: 'cases',
      },
    )
    const described = JSON.stringify(describeError(error))
    expect(described).toContain('22007')
    expect(described).toContain('cases')
    expect(described).not.toContain('Ana')
    expect(described).not.toContain('ana@')
  })

  it('of ours keeps its message, its place and its cause', () => {
    const error = new Error('the letter could not be made', { cause: new Error('no template') })
    expect(describeError(error)).toMatchObject({
      message: 'the letter could not be made',
      stack: expect.arrayContaining([expect.stringMatching(/^at /)]) as unknown,
      cause: { message: 'no template' },
    })
  })

  it('that is no error at all tells only its type', () => {
    expect(describeError('Ana López')).toEqual({ type: 'string' })
  })
})
