import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drawReport } from '../../src/analysis/index.ts'
import { UsageProblem, type Command } from '../command-line/command.ts'
import { withSystem } from '../command-line/with-system.ts'

export const command: Command = {
  summary:
    'Write the report of a period: the files that were signed, or an unsigned one with the figures of now.',
  usage: 'report --administration SLUG --period 2026-Q3 --out DIR',
  options: {
    administration: { type: 'string' },
    period: { type: 'string' },
    out: { type: 'string' },
  },
  run: (line, terminal) => {
    const slug = line.need('administration')
    const code = line.need('period')
    const folder = line.need('out')
    return withSystem(async (system) => {
      const drawn = await drawReport(system, { slug, code }, system.clock())
      if (!drawn) {
        throw new UsageProblem(
          '--period is a month (2026-07), a quarter (2026-Q3), a half (2026-H2) or a year (2026).',
        )
      }
      await mkdir(folder, { recursive: true })
      for (const { name, bytes } of drawn.files) await writeFile(join(folder, name), bytes)
      const said = drawn.isSigned ? 'as it was signed' : 'not signed'
      terminal.say(`${slug} ${code}, ${said}: ${drawn.files.length} files in ${folder}`)
    })
  },
}
