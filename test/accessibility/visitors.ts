import { codesOn, complainUntil } from '../cases/filing/way.ts'
import { enterAsMember } from '../corruption-reports/members/enter-as-member.ts'
import { buildPerson, password } from '../people/fixtures.ts'
import type { RunningApp } from '../support/running-app.ts'
import type { TestSystem } from '../support/test-system.ts'
import { Visitor } from '../support/visitor.ts'
import type { SampleCases } from './sample-cases.ts'

const DEMO_PASSWORD = 'libro-abierto-demo'
const STAFF = [
  'responsable',
  'ventanilla',
  'unidad2',
  'jefaunidad',
  'analisis',
  'mejora',
  'auditoria',
  'admin',
  'jefatura',
  'evaluacion',
] as const
const MEMBERS = ['integridad', 'custodia', 'resguardo'] as const

export type Who =
  | (typeof STAFF)[number]
  | (typeof MEMBERS)[number]
  | 'anyone'
  | 'filer'
  | 'unsure'
  | 'receiver'
  | 'follower'
  | 'newcomer'
  | 'beginner'
  | 'halfway'

export type Visitors = Record<Who, Visitor>

async function signIn(app: RunningApp, email: string, typed: string): Promise<Visitor> {
  const visitor = new Visitor(app)
  await visitor.get('/personal/entrar')
  await visitor.submit({ email, password: typed })
  return visitor
}

export const signInDemo = (app: RunningApp, name: string) =>
  signIn(app, `${name}@demo.example`, DEMO_PASSWORD)

/** Everybody before whom some page opens, as far on their way as it asks. */
export async function gatherVisitors(
  { system, ...test }: TestSystem,
  app: RunningApp,
): Promise<Visitors> {
  const found: Partial<Visitors> = { anyone: new Visitor(app) }
  // before the others, since a code of the second factor moves the clock
  for (const name of MEMBERS) {
    found[name] = await enterAsMember({ system, ...test }, app, `${name}@demo.example`)
  }
  for (const name of STAFF) found[name] = await signInDemo(app, name)
  found.halfway = await signInDemo(app, 'integridad2')
  await buildPerson(system, 'nueva', [{ role: 'system_admin' }], { mustChangePassword: true })
  found.newcomer = await signIn(app, 'nueva@muni.example', password)
  await buildPerson(system, 'primera', [{ role: 'system_admin' }])
  found.beginner = await signIn(app, 'primera@muni.example', password)

  found.filer = await complainUntil(app, 'revise')
  const unsure = new Visitor(app)
  await unsure.get('/demo/nuevo')
  await unsure.submit({ kind: 'unsure' })
  await unsure.submit({ description: 'Hay un cable caído que echa chispas frente a la escuela.' })
  found.unsure = unsure
  found.receiver = await complainUntil(app, 'revise')
  await found.receiver.submit({}, { form: 'send' })
  found.follower = new Visitor(app)
  return found as Visitors
}

/** The number of the case whose receipt is on the screen. */
export const receiptNumber = ({ receiver }: Visitors) => codesOn(receiver.page).number

/** One person follows them all, each with its own secret. */
export async function followAll({ follower }: Visitors, cases: SampleCases): Promise<void> {
  for (const { receipt } of Object.values(cases)) {
    await follower.get('/seguimiento')
    await follower.submit({ number: receipt.caseNumber, secret: receipt.trackingToken })
  }
}
