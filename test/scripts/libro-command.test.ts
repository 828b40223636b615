import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { closedFolder, runCommand } from '../support/program.ts'

describe('the libro command', () => {
  let home: Awaited<ReturnType<typeof closedFolder>>
  beforeAll(async () => {
    home = await closedFolder()
  })
  afterAll(() => home.remove())

  it('lists every command, and tells of each how it is used', async () => {
    const { code, output } = await runCommand(home.path, '--help').ended()
    expect(code).toBe(0)
    expect(output).toContain('migrate [--status]')
    expect((await runCommand(home.path, 'migrate', '--help').ended()).output).toContain('schema')
  })

  it('answers an unknown command or option with one line, and fails', async () => {
    const unknown = await runCommand(home.path, 'mend').ended()
    expect(unknown).toMatchObject({
      code: 2,
      output: expect.stringMatching(/^There is no command mend.*\n$/),
    })
    const option = await runCommand(home.path, 'migrate', '--fast').ended()
    expect(option).toMatchObject({
      code: 2,
      output: expect.stringMatching(/^Unknown option '--fast'.*\n$/),
    })
  })
})
