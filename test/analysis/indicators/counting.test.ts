import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  countMarked,
  figuresUpTo,
  readFigures,
  rebuildIndicators,
  type IndicatorId,
} from '../../../src/analysis/index.ts'
import { correctCase, rateCase, withdrawCase } from '../../../src/cases/actions/answer-back.ts'
import { recordDelivery } from '../../../src/cases/actions/deliver-answer.ts'
import { requestCorrection } from '../../../src/cases/actions/request-correction.ts'
import { seedBook } from '../../../src/seeding/index.ts'
import { readCaseFacts } from '../../../src/cases/index.ts'
import { findCase } from '../../../src/cases/case-store.ts'
import { findAdministrationBySlug } from '../../../src/administrations/index.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { answerCase, asStaff } from '../../cases/staff-at-work.ts'
import { fileSample } from './file-sample.ts'
import { readFactsOf } from '../../../src/analysis/indicators/told-facts.ts'
import { cellsIn } from './cells-in.ts'

let test: TestSystem
let administrationId: string

beforeAll(async () => {
  test = await openDemoBook({ now: '2026-03-02T16:00:00Z' })
  administrationId = (await findAdministrationBySlug(test.system.db, 'demo'))!.administrationId
})
afterAll(() => test.close())

const count = () => countMarked(test.system.db, test.system.clock())
const filed = () => fileSample(test.system)

async function figuresOf(indicator: IndicatorId) {
  const figures = await readFigures(test.system.db, {
    administrationId,
    period: { from: '2026-01-01', until: '2026-12-31' },
    kinds: ['complaint'],
    audience: 'inside',
    asOf: '2026-04-30',
    indicators: [indicator],
  })
  return Object.fromEntries(figures.map(({ measure, value, n }) => [measure, [value, n]]))
}

describe('A book that is at work', () => {
  it('tells of a case what happened, in working days without those in which it waited', async () => {
    const caseNumber = await filed()
    const at = (day: string) => test.clockAt(`${day}T18:00:00Z`)
    at('2026-03-04')
    const asked = await asStaff(test.system, 'responsable', caseNumber)
    await requestCorrection(test.system, asked, '¿Qué día fue?', test.system.clock())
    at('2026-03-10')
    const { ref } = asked
    await correctCase(
      test.system,
      ref,
      { text: 'Fue el lunes.', attachmentIds: [] },
      test.system.clock(),
    )
    at('2026-03-13')
    await answerCase(test.system, caseNumber)
    at('2026-03-17')
    const posted = await asStaff(test.system, 'responsable', caseNumber)
    const post = { result: 'delivered', method: 'post', proof: 'Guía 12' } as const
    await recordDelivery(test.system, posted, post, test.system.clock())
    at('2026-03-18')
    const rating = { resolved: 'yes', satisfaction: 4, comment: '' } as const
    await rateCase(test.system, ref, rating, test.system.clock())

    const item = await findCase(test.system.db, ref)
    const [facts] = await readCaseFacts(test.system.db, administrationId, [item!.caseId])
    // 2 March is a Monday; days 3 and 4, then it waits until the 10th, then 11 to 13
    expect(facts).toMatchObject({
      registeredOn: '2026-03-02',
      triagedOn: '2026-03-04',
      firstResponse: { on: '2026-03-04', workingDays: 2, calendarDays: 2 },
      correctionAsked: true,
      dueOn: '2026-03-27',
      answer: { on: '2026-03-13', workingDays: 5, calendarDays: 11 },
      outcome: 'upheld',
      notice: { on: '2026-03-17', workingDays: 2, calendarDays: 4 },
      endedOn: '2026-03-17',
      ending: null,
      olderOn: { 10: '2026-03-23', 20: '2026-04-06', 30: '2026-04-20' },
      rating: { on: '2026-03-18', satisfaction: 4, resolved: 'yes' },
    })
    expect(facts!.stays).toContainEqual({
      state: 'awaiting_correction',
      on: '2026-03-10',
      workingDays: 4,
      calendarDays: 6,
    })
  })

  it('is counted as it changes, and says up to when', async () => {
    test.clockAt('2026-03-19T16:00:00Z')
    const numbers: string[] = []
    for (let index = 0; index < 5; index += 1) numbers.push(await filed())
    expect((await figuresUpTo(test.system.db, administrationId)).behind).toBe(6)
    await count()
    expect(await figuresUpTo(test.system.db, administrationId)).toEqual({
      at: test.system.clock(),
      behind: 0,
    })
    expect(await figuresOf('Q01')).toEqual({ count: [6, 6] })
    expect(await figuresOf('Q11')).toEqual({ count: [5, 5] })

    test.clockAt('2026-03-20T16:00:00Z')
    const { ref } = await asStaff(test.system, 'responsable', numbers[0]!)
    await withdrawCase(test.system, ref, '', test.system.clock())
    await answerCase(test.system, numbers[1]!)
    await count()
    // one of six was withdrawn before its day; of the five others two have their answer
    expect(await figuresOf('Q19')).toEqual({ share: [1 / 6, 6] })
    expect(await figuresOf('Q04')).toEqual({ share: [2 / 5, 5] })
  })

  it('asks other features where somebody wants to know', async () => {
    // nobody gave a document, nobody answered a survey, and nobody keeps improvements yet
    expect(await figuresOf('Q24')).toEqual({ share: [null, 0] })
    expect(await figuresOf('Q25')).toEqual({})
    expect(await figuresOf('Q02')).toEqual({ rate: [null, 0] })
    expect(await figuresOf('Q31')).toEqual({ share: [null, 0] })
    // all six came by the same channel
    expect(await figuresOf('Q21')).toMatchObject({ share: [1, 6] })
  })

  it('gives the same cells by increments as counted anew', async () => {
    for (const seed of [1, 2]) {
      await seedBook(test.system, { slug: 'demo', cases: 12, seed }, test.system.clock())
      await count()
    }
    const grown = await cellsIn(test.system, administrationId)
    const { cases } = await rebuildIndicators(test.system.db, administrationId, test.system.clock())
    expect(cases).toBe(30)
    expect(grown.length).toBeGreaterThan(100)
    expect(await cellsIn(test.system, administrationId)).toEqual(grown)
  })

  it('keeps the old figures when counting anew is stopped half way', async () => {
    const before = await figuresOf('Q01')
    const stopped = rebuildIndicators(test.system.db, administrationId, test.system.clock(), () => {
      throw new Error('the machine was switched off')
    })
    await expect(stopped).rejects.toThrow('switched off')
    expect(await figuresOf('Q01')).toEqual(before)
  })

  it('counts a case under the cause that somebody found for it', async () => {
    const { db } = test.system
    const ref = { administrationId, caseNumber: await filed() }
    const { caseId } = (await findCase(db, ref))!
    await count()
    await sql`
      with who as (select account_id from accounts limit 1),
      cause as (
        insert into finding_causes (administration_id, cause_id, code, name, found_at, found_by)
        select ${administrationId}, gen_random_uuid(), 'C1', 'Nadie cubre las pausas', now(), account_id
        from who returning cause_id, found_by)
      insert into case_causes (administration_id, case_id, source, cause_id, corpus_id, found_at, found_by)
      select ${administrationId}, ${caseId}, 'book', cause_id, gen_random_uuid(), now(), found_by
      from cause`.execute(db)
    const [facts] = await readFactsOf(db, administrationId, [caseId])
    expect(facts?.cause).toBe('C1')
    await count()
    const counted = await sql<{ total: number }>`
      select sum((totals->>'received')::integer)::integer as total from indicator_cells
      where breakdown = 'cause' and member = 'C1' and within = 'all'`.execute(db)
    expect(counted.rows[0]?.total).toBe(1)
  })
})
