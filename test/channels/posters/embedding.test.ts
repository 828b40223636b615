import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { Visitor } from '../../support/visitor.ts'

const PAGE = '/personal/demo/carteles/insertar'
const FRAME = '/demo/insertar'

let demo: DemoApp
beforeAll(async () => {
  demo = await openDemoApp()
}, 60_000)
afterAll(() => demo.close())

async function signedIn(name: string): Promise<Visitor> {
  const visitor = new Visitor(demo.app)
  await visitor.get('/personal/entrar')
  await visitor.submit({ email: `${name}@demo.example`, password: 'libro-abierto-demo' })
  return visitor
}

async function framers(): Promise<string> {
  const { headers } = await new Visitor(demo.app).get(FRAME)
  const policy = headers.get('content-security-policy') ?? ''
  return /frame-ancestors ([^;]*)/.exec(policy)?.[1] ?? ''
}

describe('The form in a frame', () => {
  it('is shown on the sites that the responsible lists, and on no other', async () => {
    expect(await framers()).toBe("'none'")
    const visitor = await signedIn('responsable')
    await visitor.get(PAGE)
    await visitor.submit({ site: 'https://www.muni.gob.mx/atencion' })
    expect(visitor.page.text).toContain('El sitio quedó en la lista.')
    expect(await framers()).toBe('https://www.muni.gob.mx')
    const page = await new Visitor(demo.app).get(FRAME)
    expect(page.headers.get('x-frame-options')).toBeNull()
    const other = await new Visitor(demo.app).get('/demo/nuevo')
    expect(other.headers.get('x-frame-options')).toBe('DENY')
    expect(other.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    await visitor.get(PAGE)
    await visitor.submit({}, { form: 'sitios', button: 'https://www.muni.gob.mx' })
    expect(visitor.page.text).toContain('El sitio salió de la lista.')
    expect(await framers()).toBe("'none'")
  })

  it('refuses an address that is no site, and says how to write one', async () => {
    const visitor = await signedIn('responsable')
    await visitor.get(PAGE)
    await visitor.submit({ site: 'https://*.gob.mx' })
    expect(visitor.page.status).toBe(422)
    expect(visitor.page.text).toContain('Escriba una dirección segura')
    expect(await htmlProblems(visitor.page.html)).toEqual([])
  })

  it('is not for a head of office to allow', async () => {
    const head = await signedIn('jefatura')
    expect((await head.get(PAGE)).status).toBe(403)
    expect((await head.get('/personal/demo/carteles')).html).not.toContain(PAGE)
  })

  it('needs no cookie and no token, and hands what was chosen to the filing', async () => {
    const visitor = new Visitor(demo.app)
    const page = await visitor.get(FRAME)
    expect(visitor.cookies.size).toBe(0)
    expect(page.html).not.toContain('_token')
    expect(page.html).toContain('target="_blank"')
    await visitor.submit({ kind: 'suggestion', centre: 'norte' }, { form: 'insertar' })
    expect(visitor.page.path).toBe('/demo/nuevo/que-paso')
    await visitor.submit({ description: 'Pongan más sillas.' })
    expect(visitor.page.forms[0]?.values).toContainEqual(['centre', 'norte'])
  })

  it('leaves out what the rules do not know', async () => {
    const visitor = new Visitor(demo.app)
    await visitor.get(`${FRAME}/seguir?kind=corruption_report&centre=luna&enlace=1-aaaa-bbbb`)
    expect(visitor.page.path).toBe('/demo/nuevo')
  })

  it.each(['es', 'en'])('is sound HTML in "%s", as its page around it asks', async (language) => {
    const page = await new Visitor(demo.app).get(`${FRAME}?idioma=${language}`)
    expect(page.html).toContain(`<html lang="${language}"`)
    expect(await htmlProblems(page.html)).toEqual([])
  })
})

describe('A button for the office’s own page', () => {
  it('is copied from its link, and what it brings is counted as of the web', async () => {
    const visitor = await signedIn('responsable')
    await visitor.get('/personal/demo/carteles/nuevo')
    await visitor.submit({ label: 'Portal', medium: 'site', kind: 'complaint' })
    expect(await htmlProblems(visitor.page.html)).toEqual([])
    const link = visitor.page.path.split('?')[0] ?? ''
    expect((await visitor.request(`${link}/cartel.pdf`)).status).toBe(404)
    const snippets = visitor.page.html.replaceAll('&amp;', '&')
    const framed = /libro\.test(\/demo\/insertar\?enlace=[\w-]+)/.exec(snippets)?.[1] ?? ''
    const person = new Visitor(demo.app)
    await person.get(framed)
    expect(person.page.forms[0]?.values).toContainEqual(['kind', 'complaint'])
    await person.submit({}, { form: 'insertar' })
    expect(person.page.path).toBe('/demo/nuevo/que-paso')
    expect((await visitor.get('/personal/demo/carteles')).text).toMatch(/Portal .* 1 0 0/)
  })
})
