import { createApp } from '../../src/app.ts'
import { fileCase } from '../../src/cases/index.ts'
import { findAccountByEmail } from '../../src/people/index.ts'
import type { System } from '../../src/system.ts'
import { enrolledTablet } from '../channels/devices/tablet.ts'
import { complainUntil } from '../cases/filing/way.ts'
import { follow } from '../cases/follow/followed-case.ts'
import type { RunningApp } from '../support/running-app.ts'
import { Visitor } from '../support/visitor.ts'
import type { Fields } from './hostile-bodies.ts'
import { routesOf, type KnownRoute } from './routes-of-app.ts'

export type ActorName = 'anonymous' | 'filer' | 'follower' | 'responsable' | 'admin'

export interface Actor {
  cookie: string
  /** The forms that this actor has seen, by method and address, as they would be sent untouched. */
  forms: ReadonlyMap<string, Fields>
  token: string
}

/** What the requests are about: a real book with a case, and people who may do things in it. */
export interface World {
  app: RunningApp
  system: System
  routes: readonly KnownRoute[]
  actors: Record<ActorName, Actor>
  caseNumber: string
  trackingToken: string
  accountId: string
  /** Of a tablet that is enrolled. */
  deviceToken: string
}

const PASSWORD = 'libro-abierto-demo'

const FILING = {
  kind: 'complaint',
  centre: 'centro',
  service: 'predial',
  description: 'Esperé tres horas en la fila y cerraron la ventanilla.',
  person: { names: 'Ana', firstSurname: 'Robles', email: 'ana@correo.example' },
  answerBy: 'none',
} as const

export const validFiling = {
  ...FILING,
  occurredOn: '2026-02-27',
  language: 'es',
  consents: { electronicNotice: true, resultsTold: true, quotation: false },
  attachments: ['00000000-0000-4000-8000-000000000000'],
}

/** What a tablet sends, by the end of the address. */
export const validOfTablets: Readonly<Record<string, object>> = {
  enrolments: { code: 'ABCD-EFGH', clock: '2026-03-02T16:00:00Z' },
  contacts: {
    clock: '2026-03-02T16:00:00Z',
    lastSequence: 7,
    waiting: 2,
    waitingSince: '2026-03-01T16:00:00Z',
  },
  filings: {
    id: '3f0c2f5e-9d3b-4a52-8f47-0b6f5f2f9a11',
    sequence: 7,
    clock: '2026-03-02T16:00:00Z',
    madeAt: '2026-03-02T15:00:00Z',
    keyId: '1',
    sealed: 'AAAA',
    files: [],
  },
}

export async function buildWorld(system: System, app: RunningApp): Promise<World> {
  const routes = routesOf(createApp(system))
  const { caseNumber, trackingToken } = await fileCase(
    system,
    { slug: 'demo', idempotencyKey: 'first-of-many', filing: { ...FILING }, filer: 'public' },
    system.clock(),
  )
  const account = await findAccountByEmail(system.db, 'unidad@demo.example')
  if (!account) throw new Error('The demonstration has no unidad@demo.example')
  const { accountId } = account
  const { tablet } = await enrolledTablet(app, system)
  const deviceToken = tablet.token
  const world = { app, system, routes, caseNumber, trackingToken, accountId, deviceToken }
  return { ...world, actors: await prepareActors(world) }
}

/** Everybody anew: what was sent may have ended their sessions or used up their drafts. */
export async function prepareActors(
  world: Omit<World, 'actors'>,
): Promise<Record<ActorName, Actor>> {
  const { app, caseNumber, trackingToken } = world
  const anonymous = new Visitor(app)
  await anonymous.get('/demo/nuevo')
  return {
    anonymous: await look(world, anonymous, /^\/(seguimiento|personal\/entrar)$/),
    filer: await look(world, await complainUntil(app, 'revise'), /^\/:slug\/nuevo/),
    follower: await look(
      world,
      await follow(app, { caseNumber, trackingToken }),
      /^\/seguimiento\/:caseNumber/,
    ),
    responsable: await look(world, await signIn(app, 'responsable'), /^\/personal/),
    admin: await look(world, await signIn(app, 'admin'), /^\/personal/),
  }
}

async function signIn(app: RunningApp, name: string): Promise<Visitor> {
  const visitor = new Visitor(app)
  await visitor.get('/personal/entrar')
  await visitor.submit({ email: `${name}@demo.example`, password: PASSWORD })
  if (visitor.page.status !== 200) throw new Error(`${name} cannot sign in: ${visitor.page.text}`)
  return visitor
}

async function look(world: Omit<World, 'actors'>, visitor: Visitor, where: RegExp): Promise<Actor> {
  const forms = new Map<string, Fields>()
  let token = ''
  const keep = () => {
    for (const { action, method, names, values } of visitor.page.forms) {
      const sent = new Map(values)
      token = sent.get('_token') ?? token
      const path = new URL(action, new URL(visitor.page.path, world.app.url)).pathname
      forms.set(
        `${method} ${path}`,
        [...names].map((name) => [name, sent.get(name) ?? '1']),
      )
    }
  }
  keep()
  for (const { method, path } of world.routes) {
    if (method !== 'get' || !where.test(path) || path.endsWith('.pdf')) continue
    await visitor.get(realAddress(world, path))
    keep()
  }
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return { cookie, forms, token }
}

/** The address of a route with what really exists in its place. */
export function realAddress(world: Omit<World, 'actors'>, path: string): string {
  const parts: Record<string, string> = {
    slug: 'demo',
    caseNumber: world.caseNumber,
    accountId: world.accountId,
    language: 'es',
    accent: '4b2e83',
  }
  return path.replaceAll(
    /:(\w+)/g,
    (_, name: string) => parts[name] ?? '00000000-0000-4000-8000-000000000000',
  )
}
