import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getAdministrationBySlug, getBookRules } from '../../../src/administrations/index.ts'
import { fileReport } from '../../../src/corruption-reports/door/actions/file-report.ts'
import { requireSealed } from '../../../src/corruption-reports/sealed-database.ts'
import {
  newReceiptBits,
  sealReport,
  type Directory,
} from '../../../src/corruption-reports/sealing/index.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { foundDirectory, type FoundMember } from '../found-directory.ts'
import { stealBoxes, type StolenBox } from './stolen.ts'
import { tryEverything } from './thief.ts'

const CANARY = 'El canario cantó en la bodega 7'
const NAME = 'Nombre Del Canario'

let test: TestSystem
let directory: Directory
let members: readonly FoundMember[]
let boxes: StolenBox[]
let onTheServer: Uint8Array[]

beforeAll(async () => {
  test = await openDemoBook()
  const { system } = test
  const { administrationId } = await getAdministrationBySlug(system.db, 'demo')
  const units = { 'Bruno Salas': ['unit-of-bruno'] }
  ;({ directory, members } = await foundDirectory(system, administrationId, units))
  const now = system.clock()
  const rules = await getBookRules(system, 'demo', now)
  const envelope = sealReport(
    {
      directory,
      told: { narration: CANARY },
      marks: {
        members: [named('Inés Aguirre').id],
        people: [],
        units: ['unit-of-bruno'],
        words: [],
      },
      struck: [],
      identity: { names: NAME },
      receipt: newReceiptBits(randomBytes),
    },
    randomBytes,
  )
  await fileReport(system, { rules, envelope, channel: 'web' }, now)
  boxes = await stealBoxes(system, directory)
  const master = await readFile(join(system.config.dataDir, 'secrets', 'master.key'), 'utf8')
  onTheServer = [
    Buffer.from(master, 'base64'),
    requireSealed(system).memberPepper,
    ...['sealed-database', 'form-tokens', 'backup', 'tracking-token', 'second-factor'].map(
      (purpose) => system.secrets.keyFor(purpose),
    ),
    envelope.receipt,
    envelope.contentKey,
    envelope.actionKey,
    envelope.commitment,
    envelope.directory,
  ]
}, 60_000)
afterAll(() => test.close())

function named(name: string): FoundMember {
  const member = members.find((one) => one.name === name)
  if (!member) throw new Error(`Nobody is called ${name}`)
  return member
}

/** What somebody's own office gives them: the secret halves of their keys. */
const keysOf = (...names: string[]) => names.map((name) => named(name).keys.x.secret)
const wordsOpenedBy = (...loot: Uint8Array[]) =>
  tryEverything(boxes, [...onTheServer, ...loot])
    .map(({ text }) => text)
    .join(' ')

describe('A thief with the disk, the database, the ring and the secrets', () => {
  it('no thief opens anything with all that is stored', () => {
    expect(tryEverything(boxes, onTheServer)).toEqual([])
    const madeByAnAdministrator = new Uint8Array(randomBytes(32))
    expect(tryEverything(boxes, [madeByAnAdministrator])).toEqual([])
    const marked = keysOf('Inés Aguirre', 'Bruno Salas')
    expect(tryEverything(boxes, [...onTheServer, ...marked])).toEqual([])
    // the alternate authority is no reader while an officer is left
    expect(tryEverything(boxes, keysOf('Alma Tejeda'))).toEqual([])
  })

  it('has nothing from one share of a recovery and one of the identity', () => {
    const opened = tryEverything(boxes, [
      ...onTheServer,
      ...keysOf('Inés Aguirre', 'Bruno Salas', 'Ciro Paz', 'Fidel Mora'),
    ])
    expect(opened.map(({ what }) => what).sort()).toEqual(['identity', 'recovery'])
    expect(opened.map(({ text }) => text).join('')).toBe('')
  })

  it('would read it all with the key of one who may', () => {
    const words = wordsOpenedBy(...keysOf('Clara Montes'))
    expect(words).toContain(CANARY)
    expect(words).not.toContain(NAME)
  })

  it('one custodian alone releases nothing', () => {
    expect(wordsOpenedBy(...keysOf('Clara Montes', 'Dora Ruiz'))).not.toContain(NAME)
    expect(wordsOpenedBy(...keysOf('Dora Ruiz', 'Elsa Vidal'))).toContain(NAME)
  })

  it('needs two holders of recovery shares, and they are not a promise but a duty', () => {
    expect(wordsOpenedBy(...keysOf('Gala Ortiz'))).not.toContain(CANARY)
    expect(wordsOpenedBy(...keysOf('Gala Ortiz', 'Hugo Leal'))).toContain(CANARY)
  })
})
