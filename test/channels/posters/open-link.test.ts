import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getBookRules, type BookRules } from '../../../src/administrations/index.ts'
import { findCase, findOrigin } from '../../../src/cases/index.ts'
import { makeLink } from '../../../src/channels/posters/actions/make-link.ts'
import { retireLink } from '../../../src/channels/posters/actions/retire-link.ts'
import { listCountsByDay } from '../../../src/channels/posters/link-count-store.ts'
import { writeCode } from '../../../src/channels/posters/link-code.ts'
import { linkAddress, linkKey } from '../../../src/channels/posters/link-urls.ts'
import { getLink } from '../../../src/channels/posters/poster-link-store.ts'
import type { NewLink } from '../../../src/channels/posters/poster-link.ts'
import { findAccountByEmail } from '../../../src/people/index.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { Visitor } from '../../support/visitor.ts'
import { signIn } from '../../surveys/campaigns.ts'

let demo: DemoApp
let rules: BookRules
let accountId: string
beforeAll(async () => {
  demo = await openDemoApp()
  const { system } = demo.test
  rules = await getBookRules(system, 'demo', system.clock())
  accountId = (await findAccountByEmail(system.db, 'responsable@demo.example'))?.accountId ?? ''
}, 60_000)
afterAll(() => demo.close())

/** A link of the demonstration, with the path at which it is opened. */
async function hang(target: Partial<NewLink>): Promise<{ linkId: string; path: string }> {
  const { system } = demo.test
  const { administrationId } = rules.administration
  const nothing = { centreId: null, windowId: null, serviceId: null, kind: null }
  const linkId = await makeLink(
    system.db,
    { administrationId, accountId, at: system.clock() },
    { label: 'Entrada', medium: 'print', ...nothing, ...target },
  )
  const link = await getLink(system.db, administrationId, linkId)
  return { linkId, path: new URL(linkAddress(system, 'demo', link)).pathname }
}

function counted(linkId: string) {
  const { administrationId } = rules.administration
  return listCountsByDay(demo.test.system.db, { administrationId, linkId }, 10)
}

function centro() {
  const centre = rules.centres.find(({ slug }) => slug === 'centro')
  const service = rules.services.find(({ slug }) => slug === 'predial')
  if (!centre || !service) throw new Error('The demonstration has an office in the centre')
  return {
    centreId: centre.centreId,
    windowId: centre.windows.find(({ slug }) => slug === 'v2')?.windowId ?? '',
    serviceId: service.serviceId,
  }
}

/** Answers what is left until the filing is in the book; returns its number. */
async function goToTheEnd(visitor: Visitor): Promise<string> {
  await visitor.submit({ description: 'Esperé tres horas en la fila.' })
  expect(visitor.page.forms[0]?.values).toEqual(
    expect.arrayContaining([
      ['centre', 'centro'],
      ['service-centro', 'predial'],
      ['place', 'Ventanilla 2, pagos'],
    ]),
  )
  await visitor.submit({})
  await visitor.submit({ day: 'yesterday' })
  await visitor.submit({}, { button: 'next' })
  await visitor.submit({ answerBy: 'pickup' })
  await visitor.submit({ names: 'Ana', firstSurname: 'Ñúñez' })
  await visitor.submit({})
  return /DEMO-2026-\d{6}/.exec(visitor.page.text)?.[0] ?? ''
}

describe('A link on a poster', () => {
  it('leads to the first question that it does not answer itself', async () => {
    const { path } = await hang({ ...centro(), kind: 'complaint' })
    const visitor = new Visitor(demo.app)
    await visitor.get(path)
    expect(visitor.page.path).toBe('/demo/nuevo/que-paso')
    await visitor.get('/demo/nuevo')
    expect(visitor.page.forms[0]?.values).toContainEqual(['kind', 'complaint'])
  })

  it('of no kind asks for the kind first', async () => {
    const { path } = await hang({ centreId: centro().centreId })
    const visitor = new Visitor(demo.app)
    expect((await visitor.get(path)).path).toBe('/demo/nuevo')
  })

  it('is remembered by the case, whose channel is the code', async () => {
    const { path, linkId } = await hang({ ...centro(), kind: 'complaint' })
    const visitor = new Visitor(demo.app)
    await visitor.get(path)
    const caseNumber = await goToTheEnd(visitor)
    const { administrationId } = rules.administration
    const item = await findCase(demo.test.system.db, { administrationId, caseNumber })
    expect(item).toMatchObject({ channel: 'qr', ...{ centreId: centro().centreId } })
    const origin = await findOrigin(demo.test.system.db, {
      administrationId,
      caseId: item?.caseId ?? '',
    })
    expect(origin?.linkId).toBe(linkId)
    const { label } = await getLink(demo.test.system.db, administrationId, linkId)
    const staff = await signIn(demo.app, 'responsable')
    await staff.get(`/personal/demo/casos/${caseNumber}`)
    expect(staff.page.text).toContain(`Código que usó ${label}`)
    expect(await counted(linkId)).toEqual([{ day: '2026-03-02', opened: 1, begun: 1 }])
  }, 60_000)

  it('counts each opening of the day, and a filing once however many answers it has', async () => {
    const { path, linkId } = await hang({ kind: 'suggestion' })
    await new Visitor(demo.app).get(path)
    const visitor = new Visitor(demo.app)
    await visitor.get(path)
    expect(await counted(linkId)).toEqual([{ day: '2026-03-02', opened: 2, begun: 0 }])
    await visitor.submit({ description: 'Pongan más sillas.' })
    await visitor.get('/demo/nuevo/que-paso')
    await visitor.submit({ description: 'Pongan más sillas y sombra.' })
    expect(await counted(linkId)).toEqual([{ day: '2026-03-02', opened: 2, begun: 1 }])
  })

  it('counts nobody who only looks whether it is there', async () => {
    const { path, linkId } = await hang({})
    const visitor = new Visitor(demo.app)
    await visitor.request(path, { method: 'HEAD' })
    await visitor.request(path, { headers: { 'Sec-Purpose': 'prefetch' } })
    expect(await counted(linkId)).toEqual([])
    expect(visitor.cookies.size).toBe(0)
  })

  it('leaves the words of a filing already begun where they are', async () => {
    const visitor = new Visitor(demo.app)
    await visitor.get('/demo/nuevo')
    await visitor.submit({ kind: 'need' })
    await visitor.submit({ description: 'No hay rampa.' })
    const { path } = await hang({ centreId: centro().centreId })
    await visitor.get(path)
    expect((await visitor.get('/demo/nuevo/que-paso')).text).toContain('No hay rampa.')
  })
})

describe('A link that leads nowhere', () => {
  it.each(['es', 'en'])('offers the ordinary form when it is forged, in "%s"', async (language) => {
    const { path, linkId } = await hang({ kind: 'complaint' })
    const visitor = new Visitor(demo.app)
    await visitor.get(`/demo?lang=${language}`)
    const forged = path.replace(/.$/, path.endsWith('2') ? '3' : '2')
    const page = await visitor.get(forged)
    expect(page.status).toBe(404)
    expect(page.links.map(({ href }) => href)).toContain('/demo/nuevo')
    expect(await htmlProblems(page.html)).toEqual([])
    expect(await counted(linkId)).toEqual([])
  })

  it('says that it was taken down, and counts nothing more', async () => {
    const { path, linkId } = await hang({ kind: 'complaint' })
    const { administrationId } = rules.administration
    const at = demo.test.system.clock()
    await retireLink(demo.test.system.db, { administrationId, accountId, at }, linkId)
    const page = await new Visitor(demo.app).get(path)
    expect(page.status).toBe(410)
    expect(page.heading).toBe('Este enlace ya no se usa')
    expect(page.links.map(({ href }) => href)).toContain('/demo/nuevo')
    expect(await htmlProblems(page.html)).toEqual([])
    expect(await counted(linkId)).toEqual([])
  })

  it('does not exist in a book that does not exist', async () => {
    const { path } = await hang({})
    expect((await new Visitor(demo.app).get(path.replace('demo', 'luna'))).status).toBe(404)
  })
})

describe('A link to the sealed door', () => {
  it('is the door’s own address, with no code that could be counted', async () => {
    const { path, linkId } = await hang({ kind: 'corruption_report' })
    expect(path).toBe('/demo/denuncia')
    const visitor = new Visitor(demo.app)
    await visitor.get(path)
    expect(visitor.cookies.size).toBe(0)
    expect(await counted(linkId)).toEqual([])
  })

  it('by its number, which is printed nowhere, leads there too and keeps nothing', async () => {
    const { system } = demo.test
    const { linkId } = await hang({ kind: 'corruption_report' })
    const link = await getLink(system.db, rules.administration.administrationId, linkId)
    const visitor = new Visitor(demo.app)
    const code = writeCode(linkKey(system), link)
    const response = await visitor.request(`/demo/q/${code}`)
    expect(response.headers.get('location')).toBe('/demo/denuncia')
    expect(visitor.cookies.size).toBe(0)
    expect(await counted(linkId)).toEqual([])
  })
})
