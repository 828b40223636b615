import { getBookRules } from '../../src/administrations/index.ts'
import { writePack } from '../../src/improvements/index.ts'
import { UsageProblem, type Command } from '../command-line/command.ts'
import { withSystem } from '../command-line/with-system.ts'

export const command: Command = {
  summary:
    'Write the evidence pack of a centre and year: one file that opens without server or network.',
  usage: 'evidence --administration SLUG --centre C --year Y --out FILE.zip',
  options: {
    administration: { type: 'string' },
    centre: { type: 'string' },
    year: { type: 'string' },
    out: { type: 'string' },
  },
  run: (line, terminal) => {
    const slug = line.need('administration')
    const wanted = line.need('centre')
    const year = Number(line.need('year'))
    const path = line.need('out')
    if (!Number.isInteger(year) || year < 2000 || year > 2999) {
      throw new UsageProblem('--year is a year, such as 2026.')
    }
    return withSystem(async (system) => {
      const now = system.clock()
      const book = await getBookRules(system, slug, now)
      const centre = book.centres.find((one) => one.slug === wanted)
      if (!centre) {
        const known = book.centres.map((one) => one.slug).join(', ')
        throw new UsageProblem(`--centre is one of ${known}.`)
      }
      const { administrationId } = book.administration
      const asked = { administrationId, centreId: centre.centreId, year, path, now }
      const pack = await writePack(system, asked, (done, of) => {
        terminal.progress(`${done} of ${of} files`)
        return Promise.resolve()
      })
      const megabytes = (pack.bytes / 1_000_000).toFixed(1)
      terminal.say(`${path}: ${pack.files} files, ${megabytes} MB, SHA-256 ${pack.sha256}`)
      if (pack.leftOut.length > 0) {
        terminal.say(`${pack.leftOut.length} could not be included: index.html says which and why.`)
      }
      if (pack.reviews.length > 0) {
        terminal.say(
          `${pack.reviews.length} of them were uploaded by somebody: look at each before it leaves (index.html lists them).`,
        )
      }
    })
  },
}
