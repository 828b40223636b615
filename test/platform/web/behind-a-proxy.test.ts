import { describe, expect, it } from '@jest/globals'
import { openServer } from '../../../src/platform/web/listen.ts'

describe('A server behind a proxy', () => {
  it('keeps a connection open for longer than the minute in which nginx may use it again', () => {
    expect(openServer(() => undefined).keepAliveTimeout).toBeGreaterThan(60_000)
  })
})
