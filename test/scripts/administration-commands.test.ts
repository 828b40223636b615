import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { runCommandOn } from '../support/program.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'

const FILE = 'test/installation/fixtures/small.yaml'

describe('the commands that set up an installation', () => {
  let test: TestSystem
  beforeAll(async () => {
    test = await openTestSystem()
  })
  afterAll(async () => {
    await test.close()
  })

  const libro = (...words: string[]) =>
    runCommandOn({ ...test.system.config, databaseUrl: test.system.databaseUrl }, ...words).ended()

  it('add a public body, tell the first passwords, and refuse to add it twice', async () => {
    const added = await libro('add-administration', FILE)
    expect(added).toMatchObject({
      code: 0,
      output: expect.stringMatching(
        /^Municipalidad de Villa Alta: http.*\/villa-alta\n.*\n {2}responsable@villa-alta.example {2}[a-z0-9-]{19}\n$/,
      ),
    })
    expect(await libro('add-administration', FILE)).toMatchObject({
      code: 1,
      output: 'There is an administration villa-alta already. Nothing was changed.\n',
    })
  }, 120_000)

  it('create an account, and say in one line what is missing', async () => {
    const words = ['create-account', '--email', 'Caja@villa-alta.example']
    expect(await libro(...words, '--name', 'Elsa Rojas')).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^caja@villa-alta.example {2}[a-z0-9-]{19}\n/),
    })
    expect(await libro(...words)).toMatchObject({
      code: 2,
      output: expect.stringMatching(/^--name is missing\. Usage: .*\n$/),
    })
  }, 120_000)
})
