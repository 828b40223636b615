import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getAdministrationBySlug } from '../../../src/administrations/index.ts'
import { addAdministration } from '../../../src/installation/index.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { Visitor } from '../../support/visitor.ts'
import { foundDirectory, type FoundMember } from '../found-directory.ts'
import { readAs } from '../read-as.ts'

let demo: DemoApp
let administrationId: string
let members: readonly FoundMember[]

beforeAll(async () => {
  demo = await openDemoApp()
  const { system } = demo.test
  ;({ administrationId } = await getAdministrationBySlug(system.db, 'demo'))
  ;({ members } = await foundDirectory(system, administrationId))
})
afterAll(() => demo.close())

const named = (name: string) => members.find((member) => member.name === name)!
const read = (name: string) => readAs(demo.test.system, administrationId, named(name))
const narrations = async (name: string) =>
  (await read(name)).map(({ content }) => content.told.narration)

async function openForm(): Promise<Visitor> {
  const visitor = new Visitor(demo.app)
  await visitor.get('/demo/denuncia')
  await visitor.submit({}, { button: 'Empezar' })
  return visitor
}

describe('Reporting without JavaScript', () => {
  it('ends with ten words, and the officers on the list can read it', async () => {
    const visitor = await openForm()
    expect(visitor.page.text).toContain('Nuestro servidor la ve un instante')
    expect(await htmlProblems(visitor.page.html)).toEqual([])
    const receipt = await visitor.submit({
      narration: 'Me pidió quinientos pesos en la ventanilla 3',
      place: 'Oficina Norte',
      involved: 'El señor de bigote',
    })
    expect(receipt.heading).toBe('Su denuncia está guardada')
    expect(receipt.html.match(/<li>[a-zñáéíóú]+<\/li>/gu)).toHaveLength(10)
    expect(await htmlProblems(receipt.html)).toEqual([])
    for (const name of ['Inés Aguirre', 'Bruno Salas', 'Clara Montes']) {
      expect(await narrations(name)).toContain('Me pidió quinientos pesos en la ventanilla 3')
    }
    expect(await narrations('Alma Tejeda')).toEqual([])
    expect(visitor.cookies.size).toBe(0)
  })

  it('gives no key to whoever was unticked', async () => {
    const visitor = await openForm()
    const left = members.filter(({ name }) => name !== 'Inés Aguirre').map(({ id }) => id)
    await visitor.submit({ narration: 'Fue Inés', readers: left })
    expect(await narrations('Inés Aguirre')).not.toContain('Fue Inés')
    expect(await narrations('Bruno Salas')).toContain('Fue Inés')
  })

  it('goes to the alternate authority when nobody else is left', async () => {
    const visitor = await openForm()
    await visitor.submit({ narration: 'Fueron todos', readers: [] })
    expect(await narrations('Alma Tejeda')).toEqual(['Fueron todos'])
    expect(await narrations('Clara Montes')).not.toContain('Fueron todos')
  })

  it('gives the same words when the same form is sent twice, also at once', async () => {
    const visitor = await openForm()
    const form = visitor.page.forms.find(({ multipart }) => multipart)!
    const send = async () => {
      const body = new FormData()
      for (const [name, value] of form.values) if (name !== 'narration') body.append(name, value)
      body.append('narration', 'Dos veces lo mismo')
      const answer = await fetch(new URL('/demo/denuncia', demo.app.url), { method: 'POST', body })
      return (await answer.text()).match(/<li>[a-zñáéíóú]+<\/li>/gu)
    }
    const [first, second] = await Promise.all([send(), send()])
    expect(first).toHaveLength(10)
    expect(second).toEqual(first)
    expect(await send()).toEqual(first)
    const all = await narrations('Clara Montes')
    expect(all.filter((one) => one === 'Dos veces lo mismo')).toHaveLength(1)
  })

  it('keeps what was typed when something is missing', async () => {
    const visitor = await openForm()
    const page = await visitor.submit({ place: 'El mercado', identity: 'given' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Cuente qué pasó')
    expect(page.text).toContain('Escriba su nombre, o elija denunciar sin darlo')
    expect(page.html).toContain('value="El mercado"')
    expect(await htmlProblems(page.html)).toEqual([])
  })

  it('carries over what was typed in the ordinary book', async () => {
    const visitor = new Visitor(demo.app)
    const page = await visitor.post('/demo/denuncia', { narration: 'Pidió <mordida> & más' })
    expect(page.text).toContain('Esta puerta no lo ha guardado')
    await visitor.submit({}, { button: 'Empezar' })
    expect(visitor.page.html).toContain('Pidió &lt;mordida&gt; &amp; más</textarea>')
  })
})

describe('A body in Peru', () => {
  it('shows the channel of the State first, asks who it was, and says why its own door waits', async () => {
    const { system } = demo.test
    await addAdministration(system, 'test/installation/fixtures/small.yaml', system.clock())
    const closed = await new Visitor(demo.app).get('/villa-alta/denuncia')
    expect(closed.links.map(({ href }) => href)).toContain('https://denuncias.servicios.gob.pe/')
    expect(closed.text).toContain('nadie tiene todavía las llaves')
    expect(closed.forms).toEqual([])
    const exitOf = ({ html }: { html: string }) => html.match(/href="([^"]+)"[^>]*data-exit/)?.[1]
    expect(exitOf(closed)).toBe('https://www.senamhi.gob.pe/')
    expect(exitOf(await new Visitor(demo.app).get('/demo/denuncia'))).toBe(
      'https://es.wikipedia.org/',
    )
    const peru = await getAdministrationBySlug(system.db, 'villa-alta')
    await foundDirectory(system, peru.administrationId)
    const visitor = new Visitor(demo.app)
    const { html } = await visitor.get('/villa-alta/denuncia')
    expect(html.indexOf('denuncias.servicios.gob.pe')).toBeLessThan(html.indexOf('data-begin'))
    expect(await htmlProblems(html)).toEqual([])
    await visitor.submit({}, { button: 'Empezar' })
    const page = await visitor.submit({ narration: 'Cobró por un trámite gratuito' })
    expect(page.text).toContain('Diga quién participó')
  })
})

describe('Whoever came through the onion service', () => {
  const onion = `${'a2'.repeat(28)}.onion`

  it.each([
    [onion, `http://${onion}/demo/denuncia/seguimiento`],
    ['libro.test', 'http://libro.test/demo/denuncia/seguimiento'],
    ['elsewhere.example', 'http://libro.test/demo/denuncia/seguimiento'],
  ])('at %s is told to come back at %s', async (host, address) => {
    const page = await askAs(host, '/demo/denuncia')
    expect(page).toContain(`"followAddress":"${address}"`)
  })
})

async function askAs(host: string, path: string): Promise<string> {
  const asked = get(new URL(path, demo.app.url), { headers: { host } })
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  return text(answer)
}
