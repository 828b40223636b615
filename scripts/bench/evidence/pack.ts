import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import sharp from 'sharp'
import { getBookRules } from '../../../src/administrations/index.ts'
import { keepEvidence } from '../../../src/improvements/evidence/index.ts'
import { elementsOf, findOwnModel } from '../../../src/improvements/evaluation/index.ts'
import { openFolder } from '../../../src/improvements/evaluation/actions/open-folder.ts'
import { localDate } from '../../../src/platform/dates.ts'
import { adoptInDemo } from '../../../test/improvements/evaluation/adopt.ts'
import { accountOf } from '../../../test/surveys/campaigns.ts'
import { copyCases } from '../desk/copy-cases.ts'
import { openLivedBook, type LivedBook } from '../lived-book.ts'
import { runLibro } from '../run-libro.ts'
import { say } from '../telling.ts'

const LIVED = 1000
const CASES = 5000
const PHOTOS = 500
const MOST_MEGABYTES = 300

/** The command, as a process of its own: a centre with thousands of cases and hundreds of photos beside one without. */
export async function measurePack(): Promise<void> {
  const book = await openLivedBook(LIVED, 1)
  try {
    const { system, administrationId } = book
    const { centres } = await getBookRules(system, 'demo', system.clock())
    const [full, empty] = centres
    if (!full || !empty) throw new Error('the demonstration has two centres')
    const year = yearOf(localDate(system.clock(), 'UTC'))
    const inYear = () => countCases(book, full.centreId, year)
    await copyCases(book, Math.ceil(CASES / Math.max(1, await inYear())) - 1)
    if (!(await findOwnModel(system.db, administrationId))) await adoptInDemo(system)
    await takePhotos(book, { centreId: full.centreId, year })
    const without = await makePack(book, empty.slug, year)
    const whole = await makePack(book, full.slug, year)
    const cases = (await inYear()).toLocaleString('en')
    const [seconds, least] = [whole, without].map((one) => (one.milliseconds / 1000).toFixed(1))
    say(
      `the pack of a year with ${cases} cases and ${PHOTOS} photos: ${seconds} s, ${whole.size} MB`,
    )
    say(`of a centre of the same book without photos: ${least} s, ${without.size} MB`)
    say(
      `memory: ${whole.megabytes} MB at most, ${without.megabytes} MB without (bar: ${MOST_MEGABYTES})`,
    )
  } finally {
    await book.close()
  }
}

/** The one in which most of the last twelve months lie. */
function yearOf(today: string): number {
  const [year = 0, month = 0] = today.split('-').map(Number)
  return month > 6 ? year : year - 1
}

async function countCases(
  { system, administrationId }: LivedBook,
  centreId: string,
  year: number,
): Promise<number> {
  const { rows } = await sql<{ cases: number }>`select count(*)::integer as cases from cases
    where administration_id = ${administrationId} and centre_id = ${centreId}
      and extract(year from registered_at) = ${year}`.execute(system.db)
  return rows[0]?.cases ?? 0
}

async function makePack({ system }: LivedBook, centre: string, year: number) {
  const { dataDir } = system.config
  const path = join(dataDir, `${centre}.zip`)
  const what = ['--administration', 'demo', '--centre', centre, '--year', String(year)]
  const run = await runLibro(dataDir, ['evidence', ...what, '--out', path])
  return { ...run, size: ((await stat(path)).size / 1e6).toFixed(1) }
}

/** Spread over the elements of the model, each a file of its own as a telephone takes it. */
async function takePhotos(
  { system, administrationId }: LivedBook,
  { centreId, year }: { centreId: string; year: number },
): Promise<void> {
  const own = await findOwnModel(system.db, administrationId)
  if (!own) throw new Error('the model was not adopted')
  const elements = elementsOf(own.model)
  const accountId = await accountOf(system, 'jefatura')
  const deed = { administrationId, accountId, at: system.clock() }
  const path = join(system.config.dataDir, 'photo.jpg')
  const photo = await drawPhoto()
  const takenOn = `${year}-01-15`
  for (let taken = 0; taken < PHOTOS; taken += 1) {
    const { id } = elements[taken % elements.length] ?? { id: '' }
    const place = { administrationId, centreId, year }
    const about = { kind: 'evaluation', id: await openFolder(system, place, id) } as const
    // whoever takes a file moves it away
    await writeFile(path, photo)
    const words = { caption: `Foto ${taken}`, spot: 'Sala de espera', takenOn, isPublic: false }
    const file = { name: 'foto.jpg', path }
    await keepEvidence(system, { deed, today: takenOn }, { ...words, centreId, about, file })
  }
}

/** As many points as a telephone's, and as hard to pack: some 1.5 MB. */
function drawPhoto(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 18 } as const
  const create = { width: 2000, height: 1500, channels: 3, background: '#888888', noise } as const
  return sharp({ create }).jpeg({ quality: 82 }).toBuffer()
}
