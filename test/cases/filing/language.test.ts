import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openDemoBook } from '../../support/demo-book.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { startApp, type RunningApp } from '../../support/running-app.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { Visitor } from '../../support/visitor.ts'
import { fileComplaint, follow } from '../follow/followed-case.ts'
import { complainUntil } from './way.ts'

let test: TestSystem
let app: RunningApp
beforeAll(async () => {
  test = await openDemoBook()
  app = await startApp(test.system)
}, 60_000)
afterAll(async () => {
  await app.close()
  await test.close()
})

/** The button of the other language on a page that answers a form. */
async function changeLanguage(visitor: Visitor, language: string) {
  const form = visitor.page.forms.find(({ id }) => id === 'language')
  const button = [...visitor.page.html.matchAll(/<button[^>]*form="language"[^>]*>/g)]
    .map(([tag]) => tag)
    .find((tag) => tag.includes(`lang="${language}"`))
  const href = /formaction="([^"]*)"/.exec(button ?? '')?.[1]?.replaceAll('&amp;', '&')
  if (!form || !href) throw new Error('The page offers no other language with what was typed')
  return visitor.post(href, Object.fromEntries(form.values))
}

const BRIBE = 'Me pidieron una mordida en la ventanilla 3 para sellar el papel.'

describe('A change of language', () => {
  it('keeps what was typed at the door for corruption, and keeps it nowhere else', async () => {
    const visitor = await complainUntil(app, 'que-paso')
    await visitor.submit({ description: BRIBE })
    const page = await changeLanguage(visitor, 'en')
    expect(page.heading).toBe('This is reported through another door')
    expect(page.html).toContain('<html lang="en"')
    expect(await htmlProblems(page.html)).toEqual([])
    await visitor.submit({}, { form: '/que-paso', button: 'Go on here' })
    expect(visitor.page.path).toBe('/demo/nuevo/donde')
    await visitor.get('/demo/nuevo/que-paso')
    expect(visitor.page.text).toContain(BRIBE)
  })

  it('keeps what was typed on a page with mistakes, and says them in the other language', async () => {
    const visitor = await complainUntil(app, 'respuesta')
    await visitor.submit({ answerBy: 'email', email: 'ana@ejemplo', resultsTold: 'yes' })
    const page = await changeLanguage(visitor, 'en')
    expect(page.status).toBe(422)
    expect(page.html).toContain('value="ana@ejemplo"')
    expect(page.text).toContain('How do you want the answer?')
    const back = await changeLanguage(visitor, 'es')
    expect(back.html).toContain('value="ana@ejemplo"')
    expect(back.heading).toBe('¿Cómo quiere la respuesta?')
  })

  it('sends nothing by itself', async () => {
    const visitor = await complainUntil(app, 'donde')
    await visitor.submit({ place: 'Ahí' })
    const form = visitor.page.forms.find(({ id }) => id === 'language')
    const fields = { ...Object.fromEntries(form?.values ?? []), centre: 'centro' }
    const page = await visitor.post('/demo/nuevo/donde?lang=en', fields)
    expect([page.path, page.status]).toEqual(['/demo/nuevo/donde?lang=en', 200])
    expect((await visitor.get('/demo/nuevo/cuando')).path).toBe('/demo/nuevo/donde')
  })

  it('keeps what was written about a case', async () => {
    const visitor = await follow(app, await fileComplaint(test.system))
    await visitor.get(`${visitor.page.path}/retiro`)
    await visitor.submit({ reason: 'x'.repeat(5_001) })
    const page = await changeLanguage(visitor, 'en')
    expect(page.html).toContain('x'.repeat(5_001))
    expect(page.html).toContain('<html lang="en"')
  })
})
