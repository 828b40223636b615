import { describe, expect, it } from '@jest/globals'
import { explainFailure } from '../../src/platform/explain-failure.ts'
import { CannotStart } from '../../src/platform/errors.ts'

const trouble = (fields: object) => Object.assign(new Error('raw'), fields)

describe('a start that fails', () => {
  it.each([
    [trouble({ code: 'EADDRINUSE', address: '::', port: 3000 }), 'port 3000'],
    [trouble({ code: 'ECONNREFUSED', address: '10.0.0.5', port: 5432 }), '10.0.0.5:5432'],
    [trouble({ code: 'ENOTFOUND', hostname: 'db.example.org' }), 'db.example.org'],
    [trouble({ code: '28P01' }), 'password'],
    [trouble({ code: 'EACCES', path: '/srv/libro' }), '/srv/libro'],
    [
      new AggregateError([trouble({ code: 'ECONNREFUSED', address: '::1', port: 5 })]),
      'DATABASE_URL',
    ],
    [new CannotStart('The disk is elsewhere.'), 'The disk is elsewhere.'],
  ])('says what to mend in one line', (error, hint) => {
    const line = explainFailure(error)
    expect(line).toContain(hint)
    expect(line).not.toContain('\n')
  })

  it('keeps quiet on what only a programmer can mend', () => {
    expect(explainFailure(new TypeError('x is not a function'))).toBeNull()
    expect(explainFailure('broken')).toBeNull()
  })
})
