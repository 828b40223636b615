import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getBookRules, spokenLanguagesOf } from '../../src/administrations/index.ts'
import { openDemoApp, type DemoApp } from '../support/demo-app.ts'
import { htmlProblems } from '../support/html-problems.ts'
import { signIn } from '../surveys/campaigns.ts'

const ROOM = '/personal/demo/lenguas'

let demo: DemoApp
beforeAll(async () => {
  demo = await openDemoApp()
})
afterAll(() => demo.close())

async function offered() {
  const book = await getBookRules(demo.test.system, 'demo', demo.test.system.clock())
  return spokenLanguagesOf(book, '2026-03-02').map(({ code }) => code)
}

describe('The languages that an administration offers', () => {
  it('are chosen from those of its regime on a page, and the log says which', async () => {
    const all = await offered()
    expect(all.length).toBeGreaterThan(2)
    const head = await signIn(demo.app, 'direccion')
    await head.get('/personal/demo/reglas')
    await head.click('Lenguas en que se atiende')
    expect(await htmlProblems(head.page.html)).toEqual([])
    await head.submit({ languages: [all[2]!, all[0]!] }, { form: 'lenguas' })
    expect(head.page.text).toContain('La lista quedó guardada')
    expect(await offered()).toEqual([all[0], all[2]])
    const line = await demo.test.system.db
      .selectFrom('audit_log')
      .select('details')
      .where('action', '=', 'spoken_languages_offered')
      .executeTakeFirst()
    expect(line?.details).toEqual({ languages: [all[0], all[2]] })
    await head.submit({ languages: [] }, { form: 'lenguas' })
    expect(await offered()).toEqual([])
    await head.submit({ languages: all }, { form: 'lenguas' })
    expect(await offered()).toEqual(all)
  })

  it('are none that the regime does not know, and others only read them', async () => {
    const head = await signIn(demo.app, 'direccion')
    await head.get(ROOM)
    await head.submit({ languages: ['klingon'] }, { form: 'lenguas' })
    expect(head.page.status).toBe(422)
    const auditor = await signIn(demo.app, 'auditoria')
    await auditor.get(ROOM)
    expect(auditor.page.status).toBe(200)
    expect(auditor.page.forms.some(({ action }) => action === ROOM)).toBe(false)
    expect((await (await signIn(demo.app, 'unidad')).get(ROOM)).status).toBe(403)
  })
})
