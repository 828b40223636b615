import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getBookRules } from '../../../src/administrations/index.ts'
import { readCompliance } from '../../../src/analysis/dashboards/read-compliance.ts'
import { tellImprovements } from '../../../src/improvements/index.ts'
import { signIn } from '../../surveys/campaigns.ts'
import { countStatements, type CountedSystem } from '../../support/count-statements.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { startApp, type RunningApp } from '../../support/running-app.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { putCells } from '../indicators/put-cells.ts'
import { someFacts, took } from '../indicators/some-facts.ts'

const HOME = '/personal/demo/indicadores'
/** Some ask the register of those attended, surveys and improvements too; never more with more cases or months. */
const MOST_STATEMENTS = 24
const SUMMER = 'periodo=2025-Q3&tipo=complaint'

let test: TestSystem
let counted: CountedSystem
let app: RunningApp

/** Forty complaints a month in each centre from April to September of 2025; from July on all in time. */
async function fill(): Promise<void> {
  const { administration, centres } = await getBookRules(test.system, 'demo', test.system.clock())
  const facts = ['04', '05', '06', '07', '08', '09'].flatMap((month) =>
    centres.flatMap(({ centreId }) =>
      Array.from({ length: 40 }, (_, index) =>
        someFacts({
          centreId,
          motive: index % 2 === 0 ? 'trato' : '=cmd|calc',
          registeredOn: `2025-${month}-02`,
          dueOn: `2025-${month}-20`,
          answer: took(
            `2025-${month}-${month < '07' && index % 2 === 0 ? 24 : 12}`,
            month < '07' ? 18 : 6,
          ),
          endedOn: `2025-${month}-24`,
        }),
      ),
    ),
  )
  await putCells(test.system.db, administration.administrationId, facts, test.system.clock())
}

beforeAll(async () => {
  test = await openDemoBook()
  counted = countStatements(test.system)
  app = await startApp(counted.system)
  await fill()
})
afterAll(async () => {
  await app.close()
  await test.close()
})

describe('Dashboards', () => {
  it('tell the head of an office first what is late in the own centre, and how its times go', async () => {
    const head = await signIn(app, 'jefatura')
    counted.taken()
    const page = await head.get(`${HOME}?${SUMMER}`)
    expect(counted.taken()).toBeLessThanOrEqual(MOST_STATEMENTS)
    expect(page.text).toMatch(
      /Cómo va mi centro Oficina Centro.*Lo vencido y lo que espera.*Cómo van los plazos/,
    )
    expect(page.text).toContain('Las respuestas a tiempo mejoraron en Oficina Centro')
    expect(page.text).toContain('Los plazos mejoraron en Oficina Centro')
    expect(page.html).not.toContain('Toda la administración')
    expect(await htmlProblems(page.html)).toEqual([])
  })

  it('hold what happened against what was promised', async () => {
    const head = await signIn(app, 'jefatura')
    const page = await head.get(`${HOME}?${SUMMER}`)
    // in July, August and September forty a month came to the centre, answered in six working days
    expect(page.text).toContain('Se cumple lo prometido en todo lo que se midió')
    expect(page.text).toMatch(/Todos los servicios: responder en 12 días hábiles 100\.0 % 120 /)
    expect(page.text).toMatch(/esperar 20 minutos a lo más Nadie lo midió/)
    expect(await htmlProblems(page.html)).toEqual([])
  })

  it('tell the responsible, the analyst and the chief what each asks first', async () => {
    const first = {
      responsable: 'A tiempo o no',
      analisis: 'Las cifras del periodo',
      direccion: '¿Mejoró?',
    }
    for (const [name, block] of Object.entries(first)) {
      const reader = await signIn(app, name)
      counted.taken()
      const page = await reader.get(`${HOME}?${SUMMER}`)
      expect(counted.taken()).toBeLessThanOrEqual(MOST_STATEMENTS)
      expect(/<h2[^>]*>([^<]*)<\/h2>/.exec(page.html)?.[1]).toBe(block)
    }
    for (const name of ['ventanilla', 'unidad', 'admin']) {
      expect([name, (await (await signIn(app, name)).get(HOME)).status]).toEqual([name, 403])
    }
  })

  it('say one click away what each of the thirty-five counts, and how', async () => {
    const analyst = await signIn(app, 'analisis')
    const page = await analyst.get(`${HOME}/definiciones`)
    expect(page.html.match(/<h2[^>]*id="Q\d\d"/g)).toHaveLength(35)
    expect(page.text).not.toContain('indicators.')
  })

  it('say in words that there is nothing, and never a zero', async () => {
    const analyst = await signIn(app, 'analisis')
    const page = await analyst.get(`${HOME}?periodo=2024-05&tipo=complaint`)
    expect(page.text).toContain('En este periodo todavía no se llevaba el libro.')
    expect(page.text).toContain('No hay datos de 13 meses')
  })

  it('show what is usual when an address asks for what there is not', async () => {
    const analyst = await signIn(app, 'analisis')
    const page = await analyst.get(
      `${HOME}?periodo=2031-Q9&centro=nadie&tipo=%25&por=todo&contra=a`,
    )
    expect(page.status).toBe(200)
    expect(page.text).toContain('De enero a marzo de 2026')
  })

  it('can be taken along with what was asked written in every row, and no formula in a cell', async () => {
    const analyst = await signIn(app, 'analisis')
    const file = await analyst.get(`${HOME}/cifras.csv?${SUMMER}&por=motive`)
    const [head = '', ...rows] = file.html.replace('\uFEFF', '').trim().split('\r\n')
    expect(head).toMatch(/^administracion,desde,hasta,.*,valor,n,limite_inferior/)
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.every((row) => row.includes(',2025-07-01,2025-09-30,'))).toBe(true)
    expect(rows.some((row) => row.includes(",'=cmd|calc,180,"))).toBe(true)
    expect(file.html).not.toContain(',=cmd')
    expect((await analyst.get(`${HOME}/cifras.xlsx?${SUMMER}`)).status).toBe(200)
  })
})

describe('What stands beside the cases', () => {
  it('is shown to the chief and the responsible: improvements, the sites, and where sealed figures are', async () => {
    const chief = await signIn(app, 'direccion')
    const page = await chief.get(HOME)
    expect(page.text).toMatch(/Qué se está mejorando.*Qué encuentra quien llega a un centro/)
    expect(page.text).toMatch(/Sin hojas impresas en un año: .*Oficina Norte/)
    expect(page.html).toContain('href="/personal/demo/cifras-denuncias"')
    expect(page.html).toContain('href="/personal/demo/proyectos"')
    expect(await htmlProblems(page.html)).toEqual([])
  })

  it('counts who came back only when somebody asks for it', async () => {
    const analyst = await signIn(app, 'analisis')
    const before = await analyst.get(`${HOME}?${SUMMER}`)
    expect(before.text).not.toContain('Personas que volvieron por el mismo servicio')
    const address = /href="([^"]*cuenta=volvieron[^"]*)"/.exec(before.html)?.[1] ?? ''
    const page = await analyst.get(address.replaceAll('&amp;', '&'))
    expect(page.text).toMatch(/Personas que volvieron por el mismo servicio sin casos/)
    expect(await htmlProblems(page.html)).toEqual([])
  })

  it('says of each hundred cases which kind and which channel they are of', async () => {
    const analyst = await signIn(app, 'analisis')
    const page = await analyst.get(`${HOME}?${SUMMER}&por=channel`)
    expect(page.text).toMatch(/Qué llega: de cada cien casos.*Queja: 100\.0 %/)
    expect(page.text).toMatch(/Por dónde entran los casos.*Página web 100\.0 %/)
  })
})

describe('The compliance index', () => {
  it('of another administration more costs no statement more', async () => {
    const { administration } = await getBookRules(test.system, 'demo', test.system.clock())
    const { administrationId } = administration
    const period = { from: '2025-07-01', until: '2025-09-30' }
    const before = { from: '2024-07-01', until: '2024-09-30' }
    const asked = { kind: 'complaint', period, before, today: '2026-03-02' }
    const of = async (ids: readonly string[]) => {
      const places = ids.map((id) => ({ administrationId: id, name: id }))
      counted.taken()
      const lines = await readCompliance(counted.system.db, places, asked, tellImprovements)
      return { lines, taken: counted.taken() }
    }
    const alone = await of([administrationId])
    const both = await of([administrationId, randomUUID()])
    expect(both.lines[0]).toEqual(alone.lines[0])
    expect(both.lines[1]).toMatchObject({ index: { value: null }, change: null })
    expect(both.taken).toBe(alone.taken)
  })

  it('is shown with its parts to whoever oversees, and to nobody else', async () => {
    const auditor = await signIn(app, 'auditoria')
    const page = await auditor.get(`${HOME}/cumplimiento?periodo=2025-Q3`)
    expect(page.text).toMatch(
      /Municipio de Tres Jacarandas \d+ No hay datos de hace un año 35 %.*Respuesta a tiempo, límite inferior 30 % 9\d/,
    )
    expect(page.text).toContain('Nivel y tamaño: Local o municipal · Mediano')
    expect(await htmlProblems(page.html)).toEqual([])
    expect((await (await signIn(app, 'direccion')).get(`${HOME}/cumplimiento`)).status).toBe(403)
  })
})
