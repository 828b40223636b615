import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getBookRules } from '../../../src/administrations/index.ts'
import { inSealedTransaction } from '../../../src/corruption-reports/sealed-store.ts'
import { insertSkeleton } from '../../../src/corruption-reports/skeleton-store.ts'
import { openFoundedBook } from '../../support/founded-book.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { startApp, type RunningApp } from '../../support/running-app.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { enterAsMember } from '../members/enter-as-member.ts'
import { openPart } from '../sealed-sample.ts'

const PAGE = '/personal/demo/cifras-denuncias'
let test: TestSystem
let app: RunningApp

beforeAll(async () => {
  test = await openFoundedBook({ now: '2026-07-15T16:00:00Z' })
  app = await startApp(test.system)
  await keep(12, '2025-S1', 'bribery')
  await keep(7, '2025-S1', 'nepotism')
  await keep(4, '2024-S2', 'bribery')
  await keep(30, '2026-S1', 'bribery')
}, 120_000)
afterAll(async () => {
  await app.close()
  await test.close()
})

async function keep(count: number, period: string, category: string): Promise<void> {
  const { administration } = await getBookRules(test.system, 'demo', test.system.clock())
  await inSealedTransaction(openPart(test), administration.administrationId, async (tx) => {
    for (let at = 0; at < count; at += 1) {
      await insertSkeleton(tx, {
        skeletonId: randomUUID(),
        period,
        channel: 'web',
        category,
        anonymous: true,
        outcome: 'confirmed',
        daysTo: { conclude: 40 },
      })
    }
  })
}

const enter = (name: string) => enterAsMember(test, app, `${name}@demo.example`)

describe('The figures on reports of corruption', () => {
  it('are read by the auditor, who has no key and no second step', async () => {
    const visitor = await enter('auditoria')
    await visitor.get(PAGE)
    const { text, html } = visitor.page
    expect(visitor.page.status).toBe(200)
    expect(text).toContain('Semestre 1 de 2025')
    expect(text).toContain('Se recibieron y ya concluyeron 19 denuncias.')
    expect(text).toContain('19 (100 %)')
    expect(await htmlProblems(html)).toEqual([])
  })

  it('show no group of less than ten, nor what would tell it', async () => {
    const visitor = await enter('auditoria')
    await visitor.get(PAGE)
    const shown = [...visitor.page.html.matchAll(/numeric">(\d+)</g)].map(([, count]) => count)
    expect(new Set(shown)).toEqual(new Set(['0', '19', '40']))
    expect(visitor.page.text).toContain('Concluyeron menos de diez denuncias')
  })

  it('leave out the half-year that is only just over', async () => {
    const visitor = await enter('auditoria')
    await visitor.get(PAGE)
    expect(visitor.page.text).not.toContain('de 2026')
  })

  it.each(['integridad', 'alterna'])('are read by %s too', async (name) => {
    const visitor = await enter(name)
    await visitor.get(PAGE)
    expect(visitor.page.status).toBe(200)
  })

  it('stand beside the risks that name their category, for those who read them and no others', async () => {
    const head = await enter('jefatura')
    await head.get('/personal/demo/riesgos')
    const risk = { cause: 'Se paga en efectivo', control: 'Recibo', likelihood: '4', impact: '4' }
    await head.submit({ ...risk, point: 'Cobro', category: 'bribery' })
    await head.get('/personal/demo/riesgos')
    await head.submit({ ...risk, point: 'Compras', category: 'conflict_of_interest' })
    expect(head.page.text).toContain('Clase de denuncia que le corresponde: ')
    expect(head.page.text).not.toContain('denuncias de esta clase')
    const auditor = await enter('auditoria')
    await auditor.get('/personal/demo/riesgos?centro=centro')
    const { text } = auditor.page
    expect(text).toContain('En el semestre 1 de 2025 hubo muy pocas denuncias de esta clase')
    expect(text).toContain('En el semestre 1 de 2025 hubo 0 denuncias de esta clase')
  })

  it.each(['responsable', 'custodia'])('are not for %s', async (name) => {
    const visitor = await enter(name)
    await visitor.get(PAGE)
    expect(visitor.page.status).toBe(403)
  })
})
