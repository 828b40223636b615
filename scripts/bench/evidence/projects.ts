import { getProject } from '../../../src/improvements/projects/project-store.ts'
import { tellPeople } from '../../../src/improvements/told/index.ts'
import { makeChance, type Chance } from '../../../src/seeding/chance.ts'
import { openBrowser } from '../../../test/support/browser/index.ts'
import { startApp } from '../../../test/support/running-app.ts'
import { makeProject } from '../../../test/improvements/told/verified-project.ts'
import { accountOf } from '../../../test/surveys/campaigns.ts'
import { openLivedBook, SEED, type LivedBook } from '../lived-book.ts'
import { lookInTurn, type SizedBook } from '../look-in-turn.ts'
import { say } from '../telling.ts'

const SIZES = [10, 100]
const MOST_KILOBYTES = 40
const SENTENCES = [6, 12] as const

/** The staff's page of ten and of a hundred projects, and the public one of as many changes. */
export async function measureProjects(): Promise<void> {
  const books: SizedBook[] = []
  try {
    for (const size of SIZES) books.push({ size, book: await openLivedBook(20, 1) })
    for (const { size, book } of books) await makeProjects(book, size)
    await lookInTurn(books, [
      { account: 'mejora', name: 'the projects', address: () => '/personal/demo/proyectos' },
      { account: 'mejora', name: 'what was told', address: () => '/demo/mejoras' },
    ])
    for (const { size, book } of books) await weigh(book, size)
  } finally {
    for (const { book } of books) await book.close()
  }
}

async function makeProjects({ system }: LivedBook, size: number): Promise<void> {
  const chance = makeChance(SEED)
  const accountId = await accountOf(system, 'mejora')
  for (let made = 0; made < size; made += 1) {
    const { administrationId, projectId } = await makeProject(system, 'verified')
    const project = await getProject(system.db, { administrationId, projectId })
    const grants = [
      { role: 'improvement_owner' as const, administrationId, centreId: null, unitId: null },
    ]
    const staff = { accountId, name: '', email: '', language: 'es', grants, workplaces: [] }
    const deed = { administrationId, accountId, at: system.clock() }
    const [said, did] = [{ es: text(chance) }, { es: text(chance) }]
    await tellPeople(
      system,
      { deed, staff, timeZone: 'UTC' },
      { projectId: project.projectId, said, did },
    )
  }
}

/** As long as people write, and never the same twice. */
function text(chance: Chance): string {
  const word = () =>
    Array.from({ length: chance.int(2, 4) }, () =>
      chance.pick(['ca', 'ven', 'ta', 'ni', 'lla', 'es', 'pe', 'ro', 'tur', 'no', 'fi', 'me']),
    ).join('')
  const sentence = () => `${Array.from({ length: chance.int(6, 12) }, word).join(' ')}.`
  return Array.from({ length: chance.int(...SENTENCES) }, sentence).join(' ')
}

/** With a browser that has nothing kept. */
async function weigh({ system }: LivedBook, size: number): Promise<void> {
  const app = await startApp(system)
  const browser = await openBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
    const page = await context.newPage()
    const line = await context.newCDPSession(page)
    let bytes = 0
    line.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
    await line.send('Network.enable')
    await page.goto(`${app.url}/demo/mejoras`, { waitUntil: 'networkidle' })
    const kilobytes = (bytes / 1000).toFixed(1)
    say(`the public page of ${size} changes: ${kilobytes} kB, first load (bar: ${MOST_KILOBYTES})`)
  } finally {
    await browser.close()
    await app.close()
  }
}
