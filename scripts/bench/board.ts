import { listCards, listGroups, moveCard, openBoard } from '../../src/analysis/board/index.ts'
import { openSystem, type System } from '../../src/system.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/config.ts'
import { prepareInstallation } from '../../src/installation/index.ts'
import { buildCodedCorpus } from '../../test/analysis/coded-corpus.ts'
import { countStatements } from '../../test/support/count-statements.ts'
import { startApp } from '../../test/support/running-app.ts'
import { Visitor } from '../../test/support/visitor.ts'
import { accountOf } from '../../test/surveys/campaigns.ts'

const SIZES = [50, 500]
const LOOKS = 20
const MOVES = 200

interface Opened {
  url: string
  whose: { administrationId: string; corpusId: string }
  cards: string[]
}

/** A board of 500 cards beside one of 50: its page, and the moves of two people at once. */
export async function benchBoard(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'libro-abierto-bench-'))
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' })
  const system = await openSystem(config, { as: 'server' })
  try {
    await prepareInstallation(system, system.clock())
    const boards: Opened[] = []
    for (const size of SIZES) boards.push(await boardOf(system, size))
    await measurePages(system, boards)
    for (const board of boards) await measureMoves(system, board)
  } finally {
    await system.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function boardOf(system: System, size: number): Promise<Opened> {
  const ideas = Array.from({ length: size }, (_, index) => ({
    text: `Esperé ${index} minutos en la fila de la oficina y nadie me dijo qué documento faltaba.`,
  }))
  const corpus = await buildCodedCorpus(system, ideas)
  const { administrationId, corpusId, segmentIds, url } = corpus
  const deed = await deedOf(system, administrationId, 'analisis')
  await openBoard(system, deed, { corpusId, votesEach: 5, segmentIds })
  const whose = { administrationId, corpusId }
  const cards = (await listCards(system.db, whose)).map(({ cardId }) => cardId)
  return { url: `${url}/tablero`, whose, cards }
}

async function deedOf(system: System, administrationId: string, name: string) {
  return { administrationId, accountId: await accountOf(system, name), at: system.clock() }
}

async function measurePages(system: System, boards: readonly Opened[]): Promise<void> {
  const counted = countStatements(system)
  const app = await startApp(counted.system)
  try {
    const visitor = new Visitor(app)
    await visitor.get('/personal/entrar')
    await visitor.submit({ email: 'analisis@demo.example', password: 'libro-abierto-demo' })
    const looks = boards.map(() => 0)
    // side by side, after a round that only warms up
    for (let round = 0; round <= LOOKS; round += 1) {
      for (const [index, { url }] of boards.entries()) {
        const look = await timeOf(() => visitor.get(url))
        if (round > 0) looks[index]! += look / LOOKS
      }
    }
    for (const [index, { url, cards }] of boards.entries()) {
      counted.taken()
      await visitor.get(url)
      const statements = counted.taken()
      const kilobytes = Math.round(visitor.page.html.length / 1024)
      const ask = await timeOf(() => visitor.request(`${url}/cambios?desde=1`))
      process.stdout.write(
        `a board of ${cards.length} cards: ${statements} statements, ${kilobytes} kB of page, ` +
          `${(looks[index]! / looks[0]!).toFixed(1)} times a look at the smallest, ` +
          `an asking for news ${(ask / looks[index]!).toFixed(2)} of a look\n`,
      )
    }
  } finally {
    await app.close()
  }
}

/** Two people move the same cards at once: of each pair one move counts, and nothing is lost or doubled. */
async function measureMoves(system: System, { whose, cards }: Opened): Promise<void> {
  const { administrationId, corpusId } = whose
  const people = [
    await deedOf(system, administrationId, 'analisis'),
    await deedOf(system, administrationId, 'mejora'),
  ]
  const begin = { corpusId, cardId: cards[0]!, version: 1, to: 'new' as const }
  await moveCard(system, people[0]!, begin)
  const [group] = await listGroups(system.db, whose)
  const moved = cards.slice(1, MOVES + 1)
  const began = performance.now()
  const results = await Promise.all(
    people.map(async (deed, index) => {
      let won = 0
      for (const cardId of moved) {
        const to = index === 0 ? { group: group!.groupId } : ('new' as const)
        if ((await moveCard(system, deed, { corpusId, cardId, version: 1, to })).moved) won += 1
      }
      return won
    }),
  )
  const seconds = (performance.now() - began) / 1000
  const now = await listCards(system.db, whose)
  const overwritten = now.filter(({ version }) => version > 2).length
  const won = results.reduce((sum, each) => sum + each, 0)
  process.stdout.write(
    `on a board of ${cards.length} two people tried ${moved.length * 2} moves of the same ${moved.length} cards: ` +
      `${won} counted, ${overwritten} overwritten, ${now.length - cards.length} cards lost or doubled, ` +
      `${Math.round((moved.length * 2) / seconds)} a second\n`,
  )
  if (overwritten > 0 || now.length !== cards.length || won !== moved.length) process.exitCode = 1
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
