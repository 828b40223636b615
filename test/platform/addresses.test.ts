import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createApp } from '../../src/app.ts'
import { openDemoBook } from '../support/demo-book.ts'
import { listRoutes } from '../support/list-routes.ts'
import type { TestSystem } from '../support/test-system.ts'

let test: TestSystem
beforeAll(async () => {
  test = await openDemoBook()
})
afterAll(() => test.close())

describe('The addresses of the program', () => {
  it('belong to one page each, whatever its parts are called', () => {
    const seen = listRoutes(createApp(test.system)).map(
      ({ method, path }) => `${method} ${path.replace(/:[A-Za-z]+/g, ':')}`,
    )
    expect(seen.length).toBeGreaterThan(100)
    expect(seen.filter((one, index) => seen.indexOf(one) !== index)).toEqual([])
  })
})
