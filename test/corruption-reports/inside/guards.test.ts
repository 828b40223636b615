import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createApp } from '../../../src/app.ts'
import {
  custodySection,
  keysSection,
  officersSection,
} from '../../../src/corruption-reports/index.ts'
import { addAdministration } from '../../../src/installation/index.ts'
import { findAccountByEmail, roles, sealedRoles, type Role } from '../../../src/people/index.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { openMemberSession } from '../officers/sign-in-member.ts'
import { listRoutes, type SeenRoute } from '../../support/list-routes.ts'

const ACCOUNTS: Readonly<Record<Role, string>> = {
  site_officer: 'ventanilla',
  office_head: 'jefatura',
  unit_handler: 'unidad',
  unit_head: 'jefaunidad',
  claims_manager: 'responsable',
  deputy_claims_manager: 'alterno',
  integrity_officer: 'integridad',
  custodian: 'custodia',
  alternate_authority: 'alterna',
  recovery_holder: 'resguardo',
  analyst: 'analisis',
  improvement_owner: 'mejora',
  chief_administrator: 'direccion',
  evaluator: 'evaluacion',
  auditor: 'auditoria',
  system_admin: 'admin',
}

const READERS: readonly Role[] = ['integrity_officer', 'alternate_authority']
const ROOMS: Readonly<Record<string, readonly Role[]>> = {
  [officersSection.path]: READERS,
  [custodySection.path]: ['custodian'],
  [keysSection.path]: sealedRoles,
}
/** Where fewer or others may enter than in the rest of the room. */
const OTHERWISE: Readonly<Record<string, readonly Role[]>> = {
  'get /personal/:slug/llaves': [...sealedRoles, 'system_admin'],
  'post /personal/:slug/llaves/recuperacion/pedidas': ['recovery_holder'],
  'post /personal/:slug/llaves/recuperacion/partes': ['recovery_holder'],
  'post /personal/:slug/llaves/recuperacion/propias': READERS,
  'post /personal/:slug/llaves/recuperacion/lugares': READERS,
}

let demo: DemoApp
let inRooms: readonly SeenRoute[]

beforeAll(async () => {
  demo = await openDemoApp()
  const { system } = demo.test
  await addAdministration(system, 'test/installation/fixtures/small.yaml', system.clock())
  inRooms = listRoutes(createApp(system)).filter(({ path }) => roomOf(path) in ROOMS)
}, 120_000)
afterAll(() => demo.close())

const roomOf = (path: string) => /^\/personal\/:slug\/([^/]+)/.exec(path)?.[1] ?? ''
const nameOf = ({ method, path }: SeenRoute) => `${method} ${path}`
const allowed = (route: SeenRoute) => OTHERWISE[nameOf(route)] ?? ROOMS[roomOf(route.path)] ?? []

async function sessionOf(role: Role, options?: { secondFactor: boolean }): Promise<string> {
  const { system } = demo.test
  const account = await findAccountByEmail(system.db, `${ACCOUNTS[role]}@demo.example`)
  if (!account) throw new Error(`The demonstration has no ${ACCOUNTS[role]}`)
  return openMemberSession(system, account.accountId, options)
}

/** A form without its token goes no further than the guard: what it is refused for tells whether that let it in. */
async function ask({ method, path }: SeenRoute, session: string | null, slug = 'demo') {
  const answer = await fetch(demo.app.url + path.replace(':slug', slug), {
    method,
    redirect: 'manual',
    headers: {
      accept: 'application/json',
      ...(session && { cookie: `personal=${session}` }),
      ...(method === 'post' && { 'content-type': 'application/json' }),
    },
    ...(method === 'post' && { body: '{}' }),
  })
  const body = await answer.text()
  if (answer.ok) return 'let in'
  const { code } = JSON.parse(body) as { code: string }
  return code === 'form_refused' ? 'let in' : code
}

async function askEvery(session: string | null, slug?: string): Promise<Record<string, string>> {
  const told: [string, string][] = []
  for (const route of inRooms) told.push([nameOf(route), await ask(route, session, slug)])
  return Object.fromEntries(told)
}

const every = (code: (route: SeenRoute) => string) =>
  Object.fromEntries(inRooms.map((route) => [nameOf(route), code(route)]))

describe('Every address of the rooms of those who hold keys', () => {
  it('is found among all that the app answers', () => {
    const found = inRooms.map(nameOf)
    expect(found).toEqual(expect.arrayContaining(Object.keys(OTHERWISE)))
    expect(new Set(inRooms.map(({ path }) => roomOf(path)))).toEqual(new Set(Object.keys(ROOMS)))
    expect(inRooms.every(({ method }) => method === 'get' || method === 'post')).toBe(true)
    expect(found.length).toBeGreaterThan(25)
  })

  it('asks whoever did not sign in to do so', async () => {
    expect(await askEvery(null)).toEqual(every(() => 'not_signed_in'))
  })

  it.each(roles)('lets %s in where the role belongs, and nowhere else', async (role) => {
    const expected = every((route) => (allowed(route).includes(role) ? 'let in' : 'not_allowed'))
    expect(await askEvery(await sessionOf(role))).toEqual(expected)
  })

  it.each(sealedRoles)('is closed to %s who did not show the second factor', async (role) => {
    const session = await sessionOf(role, { secondFactor: false })
    expect(await askEvery(session)).toEqual(every(() => 'not_signed_in'))
  })

  it.each(sealedRoles)('does not exist for %s of another administration', async (role) => {
    const session = await sessionOf(role)
    expect(await askEvery(session, 'villa-alta')).toEqual(every(() => 'not_found'))
  })
})
