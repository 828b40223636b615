import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getBookRules } from '../../../src/administrations/index.ts'
import { countMarked, readFigures, type IndicatorId } from '../../../src/analysis/index.ts'
import { fileCase } from '../../../src/cases/index.ts'
import { addToCount } from '../../../src/channels/posters/link-count-store.ts'
import { insertLink } from '../../../src/channels/posters/poster-link-store.ts'
import { insertBlock } from '../../../src/channels/sheets/sheet-block-store.ts'
import { inTransaction } from '../../../src/platform/database/connection.ts'
import { takeFurtherAnswers, takeResponse } from '../../../src/surveys/index.ts'
import { buildCampaign } from '../../surveys/campaigns.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import type { TestSystem } from '../../support/test-system.ts'

let test: TestSystem
let administrationId: string

/**
 * A hundred and twenty people: those who gave trust a five gave the whole a five too, and those who gave it a
 * two gave the whole a one. Eighty are under thirty and of these sixty were satisfied; forty are older, and of
 * these ten were.
 */
async function answer(campaignId: string, index: number): Promise<void> {
  const isYoung = index < 80
  const isPleased = isYoung ? index < 60 : index < 90
  const whose = { administrationId, campaignId, responseId: randomUUID() }
  await takeResponse(test.system, {
    ...whose,
    respondedOn: '2026-03-02',
    channel: 'qr',
    centreId: null,
    serviceId: null,
    caseKind: null,
    overall: isPleased ? 5 : 1,
    resolved: null,
  })
  await takeFurtherAnswers(test.system, whose, {
    scores: new Map([['trust', isPleased ? 5 : 2]]),
    segments: new Map([['age', isYoung ? 'under_30' : 'from_60']]),
    comment: '',
  })
}

/** Complaints about the tax, of three people: one twice, one once, one about two services. */
async function complain(document: string, service: string): Promise<void> {
  await fileCase(
    test.system,
    {
      slug: 'demo',
      idempotencyKey: randomUUID(),
      filer: 'public',
      filing: {
        kind: 'complaint',
        centre: 'centro',
        service,
        description: 'Esperé tres horas en la fila y nadie me atendió.',
        answerBy: 'post',
        person: {
          names: 'Ana',
          firstSurname: 'Robles',
          address: 'Calle 1',
          documentType: 'passport',
          documentNumber: document,
        },
      },
    },
    test.system.clock(),
  )
}

/** Of three sites one has a poster that people open and sheets of paper, one a poster that nobody opens. */
async function furnish([first = '', second = '']: readonly string[]): Promise<void> {
  const { db } = test.system
  const madeAt = test.system.clock()
  const { account_id: by } = await db
    .selectFrom('accounts')
    .select('account_id')
    .executeTakeFirstOrThrow()
  const linkId = randomUUID()
  const poster = {
    administrationId,
    label: 'Entrada',
    medium: 'print',
    madeAt,
    madeBy: by,
  } as const
  const nothing = { windowId: null, serviceId: null, kind: null }
  await inTransaction(db, async (tx) => {
    await insertLink(tx, { ...poster, ...nothing, linkId, centreId: first })
    await insertLink(tx, { ...poster, ...nothing, linkId: randomUUID(), centreId: second })
    await addToCount(tx, { administrationId, linkId }, '2026-03-20', 'opened')
    await insertBlock(tx, {
      ...{
        administrationId,
        blockId: randomUUID(),
        centreId: first,
        kind: null,
        languages: ['es'],
      },
      ...{ firstNumber: 1, lastNumber: 20, printedAt: madeAt, printedBy: by },
    })
  })
}

beforeAll(async () => {
  test = await openDemoBook({ now: '2026-03-02T16:00:00Z' })
  const book = await getBookRules(test.system, 'demo', test.system.clock())
  administrationId = book.administration.administrationId
  const { campaignId } = await buildCampaign(test.system)
  for (let index = 0; index < 120; index++) await answer(campaignId, index)
  for (const [person, service] of [
    ['AAA0001', 'predial'],
    ['AAA0001', 'predial'],
    ['BBB0002', 'predial'],
    ['CCC0003', 'predial'],
    ['CCC0003', 'multas'],
    ['DDD0004', 'multas'],
    ['EEE0005', 'multas'],
  ] as const) {
    await complain(person, service)
  }
  await countMarked(test.system.db, test.system.clock())
  await furnish(book.centres.map(({ centreId }) => centreId))
})
afterAll(() => test.close())

async function figuresOf(indicator: IndicatorId) {
  const figures = await readFigures(test.system.db, {
    administrationId,
    period: { from: '2026-03-01', until: '2026-03-31' },
    audience: 'inside',
    asOf: '2026-03-31',
    indicators: [indicator],
  })
  return figures.map(({ measure, member, value, n }) => [measure, member, value, n])
}

describe('What other features tell', () => {
  it('Q24 is who came back about the same service, of those whose document is known', async () => {
    expect(await figuresOf('Q24')).toEqual([['share', null, 0.2, 5]])
  })

  it('Q25 is who gave a driver four or five, and the mean', async () => {
    // seventy of a hundred and twenty gave five, the others two
    expect(await figuresOf('Q25')).toEqual([
      ['satisfied', 'trust', 70 / 120, 120],
      ['mean', 'trust', (70 * 5 + 50 * 2) / 120, 120],
    ])
  })

  it('Q28 is one where driver and whole always go together', async () => {
    const [importance] = await figuresOf('Q28')
    expect(importance?.slice(0, 2)).toEqual(['rank_correlation', 'trust'])
    expect(importance?.[2]).toBeCloseTo(1, 9)
  })

  it('Q03 is counted on the inhabitants that the file of the administration says', async () => {
    // seven complaints among 84 thousand people
    expect(await figuresOf('Q03')).toEqual([['rate', null, (10_000 * 7) / 84_000, 84_000]])
  })

  it('Q34 is which sites have a book that works, a notice and paper', async () => {
    expect(await figuresOf('Q34')).toEqual([
      ['book', null, 1 / 3, 3],
      ['notice', null, 2 / 3, 3],
      ['paper', null, 1 / 3, 3],
      ['all', null, 1 / 3, 3],
    ])
  })

  it('Q33 is how far apart the groups are of which thirty or more answered', async () => {
    // sixty of eighty against ten of forty
    expect(await figuresOf('Q33')).toEqual([['satisfaction_gap', 'age', 0.5, 120]])
  })
})
