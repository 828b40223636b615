import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { listAuditLines, recordChange, recordLook } from '../../src/audit/index.ts'
import { acceptCase } from '../../src/cases/index.ts'
import { inTransaction } from '../../src/platform/database/connection.ts'
import { eraseByRule } from '../../src/retention/index.ts'
import { fileSample } from '../analysis/indicators/file-sample.ts'
import { asStaff, assignToUnit } from '../cases/staff-at-work.ts'
import { openDemoApp, type DemoApp } from '../support/demo-app.ts'
import { htmlProblems } from '../support/html-problems.ts'
import type { Visitor } from '../support/visitor.ts'
import { accountOf, signIn } from '../surveys/campaigns.ts'

const LOG = '/personal/demo/miradas'
const DESK = '/personal/demo/casos'
/** Eleven at night in the administration, the day before. */
const NIGHT = '2026-03-02T05:00:00Z'
const SIX_YEARS_LATER = '2032-06-01T16:00:00Z'

let demo: DemoApp
let caseNumber: string
let other: string
let administrationId: string
let auditor: Visitor

beforeAll(async () => {
  demo = await openDemoApp()
  const { system } = demo.test
  caseNumber = await fileSample(system)
  other = await fileSample(system)
  await assignToUnit(system, caseNumber)
  const request = await asStaff(system, 'unidad2', caseNumber)
  administrationId = request.ref.administrationId
  await acceptCase(system, request, system.clock())
  for (const name of ['unidad2', 'jefaunidad', 'ventanilla', 'auditoria']) {
    await (await signIn(demo.app, name)).get(`${DESK}/${caseNumber}`)
  }
  const manager = await signIn(demo.app, 'responsable')
  await manager.get(`${DESK}/${other}`)
  await manager.get(`${DESK}?buscar=Robles`)
  auditor = await signIn(demo.app, 'auditoria')
})
afterAll(() => demo.close())

async function looks(limit = 500) {
  const lines = await listAuditLines(demo.test.system.db, { administrationId }, limit)
  return lines.filter(({ action }) => action.startsWith('looked_at_'))
}

/** So many in a row by somebody at the counter, at the present hour. */
async function lookOften(times: number): Promise<string> {
  const { system } = demo.test
  const accountId = await accountOf(system, 'ventanilla')
  const { caseId } = (await looks()).find((line) => line.action === 'looked_at_case')!
  const look = { at: system.clock(), accountId, administrationId, caseId, what: 'case' }
  for (let at = 0; at < times; at += 1) {
    await recordLook(system.db, { ...look, details: { why: 'reader' } })
  }
  return accountId
}

describe('The log of looks', () => {
  it('notes by which task somebody came to a case, and a search without its words', async () => {
    const all = await looks()
    const why = all.filter(({ action }) => action === 'looked_at_case').map((x) => x.details['why'])
    expect(why.reverse()).toEqual(['handler', 'head', 'reader', 'oversight', 'responsible'])
    const [search] = all.filter(({ action }) => action === 'looked_at_search')
    expect(JSON.stringify(search)).not.toContain('Robles')
    await (await signIn(demo.app, 'responsable')).get(DESK)
    expect(await looks()).toHaveLength(all.length)
  })

  it('tells who looked, from which office, when and at what, the newest first', async () => {
    const { text, html } = await auditor.get(LOG)
    const search = text.indexOf('Una búsqueda')
    expect(search).toBeGreaterThan(0)
    expect(text.indexOf(`Un caso ${other}`)).toBeGreaterThan(search)
    expect(text.indexOf(`Un caso ${caseNumber}`)).toBeGreaterThan(text.indexOf(`Un caso ${other}`))
    expect(text).toContain('Nada fuera de lo común')
    expect(await htmlProblems(html)).toEqual([])
  })

  it('keeps that somebody read it', async () => {
    expect((await auditor.get(LOG)).text).toContain('Esta lista')
    const [last] = await looks()
    expect(last?.action).toBe('looked_at_look_log')
  })

  it('is narrowed by case, by person and by days', async () => {
    await auditor.get(LOG)
    await auditor.submit({ caso: caseNumber.toLowerCase() }, { form: 'miradas' })
    expect(auditor.page.text.split(`Un caso ${caseNumber}`)).toHaveLength(5)
    expect(auditor.page.text).not.toContain(other)
    const manager = await accountOf(demo.test.system, 'responsable')
    await auditor.get(`${LOG}?persona=${manager}`)
    expect(auditor.page.text).toContain(`Un caso ${other}`)
    expect(auditor.page.text).not.toContain(caseNumber)
    await auditor.get(`${LOG}?desde=2026-01-01&hasta=2026-01-31`)
    expect(auditor.page.text).toContain('No hay miradas en estos días')
    await auditor.get(`${LOG}?caso=DEMO-2026-999999`)
    expect(auditor.page.text).toContain('No hay miradas en estos días')
  })

  it('points out what the rules call unusual, and goes on page by page', async () => {
    const before = demo.test.system.clock().toISOString()
    demo.test.clockAt(NIGHT)
    const accountId = await lookOften(60)
    demo.test.clockAt(before)
    const first = await auditor.get(`${LOG}?persona=${accountId}`)
    expect(first.text).toContain('60 miradas en una sola hora; 60 miradas de noche; 60 miradas a')
    expect(first.html.split('<tr').length - 2).toBe(50)
    expect(await htmlProblems(first.html)).toEqual([])
    await auditor.click('Miradas anteriores')
    expect(auditor.page.html.split('<tr').length - 2).toBe(11)
    expect(auditor.page.text).not.toContain('Fuera de lo común')
  })

  it('speaks English as well', async () => {
    const reader = await signIn(demo.app, 'auditoria', 'en')
    expect((await reader.get(LOG)).text).toContain('60 looks at night')
    expect(await htmlProblems(reader.page.html)).toEqual([])
  })

  it.each(['responsable', 'direccion', 'admin', 'analisis', 'evaluacion'])(
    'is not for %s',
    async (name) => {
      expect((await (await signIn(demo.app, name)).get(LOG)).status).toBe(403)
    },
  )

  it('loses nothing before its term, and then the looks alone', async () => {
    const { system } = demo.test
    await expect(system.db.deleteFrom('audit_log').execute()).rejects.toThrow('append-only')
    const change = { action: 'sample_changed', accountId: null, administrationId }
    await inTransaction(system.db, (tx) => recordChange(tx, { ...change, at: system.clock() }))
    await eraseByRule(system, system.clock())
    expect((await looks()).length).toBeGreaterThan(60)
    demo.test.clockAt(SIX_YEARS_LATER)
    await eraseByRule(system, system.clock())
    expect(await looks()).toEqual([])
    const kept = await listAuditLines(system.db, { administrationId }, 500)
    expect(kept.map(({ action }) => action)).toContain('sample_changed')
    await expect(system.db.deleteFrom('audit_log').execute()).rejects.toThrow('append-only')
  })
})
