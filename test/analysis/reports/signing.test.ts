import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getAdministrationBySlug } from '../../../src/administrations/index.ts'
import { publishReport, signReport } from '../../../src/analysis/reports/actions/sign-report.ts'
import {
  makeDraft,
  refreshFigures,
  writeTexts,
} from '../../../src/analysis/reports/actions/write-report.ts'
import { drawFiles } from '../../../src/analysis/reports/report-files.ts'
import { getFile, listFiles } from '../../../src/analysis/reports/report-file-store.ts'
import { reportReader } from '../../../src/analysis/reports/verify-report.ts'
import { getReport, listReports } from '../../../src/analysis/reports/report-store.ts'
import type { ReportContent } from '../../../src/analysis/reports/report.ts'
import { verifyBook } from '../../../src/cases/index.ts'
import type { StaffDeed } from '../../../src/people/index.ts'
import { NotFound, WrongState } from '../../../src/platform/errors.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { accountOf } from '../../surveys/campaigns.ts'
import { aContent, aFigure } from './content.ts'

let test: TestSystem
let analyst: StaffDeed
let manager: StaffDeed

beforeAll(async () => {
  test = await openDemoBook()
  const { administrationId } = await getAdministrationBySlug(test.system.db, 'demo')
  const deed = async (name: string): Promise<StaffDeed> => ({
    administrationId,
    accountId: await accountOf(test.system, name),
    at: test.system.clock(),
  })
  analyst = await deed('analisis')
  manager = await deed('responsable')
})
afterAll(() => test.close())

/** A draft of a period of its own for each test. */
async function draftOf(period: string, content: ReportContent = aContent()): Promise<string> {
  const reportId = await makeDraft(test.system, analyst, { ...content, period })
  if (reportId === null) throw new Error(`${period} has a draft already`)
  return reportId
}

const sign = (reportId: string, revision = 1, deed = manager) =>
  signReport(test.system, deed, { reportId, revision, year: 2026 }, (report, signature) =>
    drawFiles(report, { timeZone: 'UTC', signing: { ...signature, signedBy: 'Rosa Ávila' } }),
  )

const read = (reportId: string) => getReport(test.system.db, analyst.administrationId, reportId)

describe('A report', () => {
  it('is made once of a period, though two make it at once', async () => {
    const both = await Promise.all([
      makeDraft(test.system, analyst, { ...aContent(), period: '2025-01' }),
      makeDraft(test.system, manager, { ...aContent(), period: '2025-01' }),
    ])
    expect(both.filter((each) => each !== null)).toHaveLength(1)
  })

  it('is not overwritten by whoever read an older text', async () => {
    const reportId = await draftOf('2025-02')
    await writeTexts(test.system, analyst, reportId, { revision: 1, texts: { summary: 'Uno' } })
    const late = writeTexts(test.system, manager, reportId, {
      revision: 1,
      texts: { summary: 'Dos' },
    })
    await expect(late).rejects.toBeInstanceOf(WrongState)
    expect((await read(reportId)).content.texts.summary).toBe('Uno')
  })

  it('is signed once when two sign at once, and only as it was read', async () => {
    const reportId = await draftOf('2025-03')
    await expect(sign(reportId, 7)).rejects.toBeInstanceOf(WrongState)
    const both = await Promise.allSettled([sign(reportId), sign(reportId)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await listFiles(test.system.db, await read(reportId))).toHaveLength(8)
  })

  it('has numbers without a gap, in the order of signing', async () => {
    const ids = [await draftOf('2025-04'), await draftOf('2025-05'), await draftOf('2025-06')]
    const before = Math.max(
      ...(await listReports(test.system.db, analyst.administrationId)).map(
        ({ number }) => number ?? 0,
      ),
    )
    await Promise.all(ids.map((reportId) => sign(reportId)))
    const numbers = await Promise.all(ids.map(async (id) => (await read(id)).number ?? 0))
    expect(numbers.toSorted((a, b) => a - b)).toEqual([before + 1, before + 2, before + 3])
  })

  it('stays as it was signed, byte for byte, whoever tries', async () => {
    const reportId = await draftOf('2025-07')
    await sign(reportId)
    const { db } = test.system
    await expect(
      writeTexts(test.system, analyst, reportId, { revision: 1, texts: { summary: 'Otra' } }),
    ).rejects.toBeInstanceOf(WrongState)
    await expect(
      sql`update period_reports set content = '{}' where report_id = ${reportId}`.execute(db),
    ).rejects.toThrow('a signed report stays')
    await expect(
      sql`delete from period_reports where report_id = ${reportId}`.execute(db),
    ).rejects.toThrow()
    await expect(
      sql`update period_report_files set bytes = '' where report_id = ${reportId}`.execute(db),
    ).rejects.toThrow()
  })

  it('is a link of the chain of the book, and one that was changed behind its back is found', async () => {
    const { db } = test.system
    const { administrationId } = analyst
    const reportId = await draftOf('2024-07')
    await sign(reportId)
    const readSeals = { period_report: reportReader(db, administrationId) }
    const sound = await verifyBook(db, administrationId, undefined, readSeals)
    expect(sound.faults).toEqual([])
    expect(sound.reports).toBeGreaterThan(0)
    await sql`alter table period_report_files disable trigger user`.execute(db)
    await sql`update period_report_files set bytes = 'otra cosa'
      where report_id = ${reportId} and name = 'informe.pdf'`.execute(db)
    await sql`alter table period_report_files enable trigger user`.execute(db)
    const { faults } = await verifyBook(db, administrationId, undefined, readSeals)
    expect(faults).toEqual([
      {
        caseNumber: expect.stringMatching(/^DEMO-I-2026-\d{4}-1$/),
        what: 'report_changed',
        position: expect.anything(),
      },
    ])
  })

  it('is corrected by a version with the same number that says what changed', async () => {
    const reportId = await draftOf('2025-08', aContent({ proposals: 'Abrir los sábados' }))
    await sign(reportId)
    const corrected = aContent({}, aFigure({ value: 0.9, shown: '90.0 %' }))
    const next = await draftOf('2025-08', corrected)
    const { version, content } = await read(next)
    expect(version).toBe(2)
    expect(content.texts.proposals).toBe('Abrir los sábados')
    expect(content.changes).toEqual({
      inside: [expect.objectContaining({ was: '87.5 %', is: '90.0 %' })],
      // hidden before and hidden now: a correction does not bring it out
      public: [],
    })
    const again = aContent({}, aFigure({ value: 0.95, shown: '95.0 %' }))
    const draft = { reportId: next, revision: 1 }
    await refreshFigures(test.system, analyst, draft, { ...again, period: '2025-08' })
    expect((await read(next)).content.changes.inside).toMatchObject([{ is: '95.0 %' }])
    await sign(next, 2)
    const { bytes } = await getFile(test.system.db, await read(next), {
      name: 'informe.html',
      editions: ['public'],
    })
    expect(bytes.toString()).not.toContain('87.5 %')
    expect((await read(next)).number).toBe((await read(reportId)).number)
  })

  it('shows in public only what is for everybody, and only while it is published', async () => {
    const reportId = await draftOf('2025-09')
    const publish = (isPublic: boolean) =>
      publishReport(test.system, manager, { reportId, isPublic })
    await expect(publish(true)).rejects.toBeInstanceOf(WrongState)
    await sign(reportId)
    await publish(true)
    const report = await read(reportId)
    expect(report.publishedAt).toEqual(test.system.clock())
    const inside = { name: 'informe-interno.pdf', editions: ['public'] as const }
    await expect(getFile(test.system.db, report, inside)).rejects.toBeInstanceOf(NotFound)
    await publish(false)
    expect((await read(reportId)).publishedAt).toBeNull()
  })
})
