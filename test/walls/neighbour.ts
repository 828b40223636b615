import { getBookRules } from '../../src/administrations/index.ts'
import { addAdministration } from '../../src/installation/index.ts'
import { makeToken, TOKEN_SCOPES } from '../../src/interface-tokens/index.ts'
import { findAccountByEmail, isSealedRole, isWellPlaced, roles } from '../../src/people/index.ts'
import { buildPerson, password } from '../people/fixtures.ts'
import { sendJson } from '../support/json.ts'
import type { RunningApp } from '../support/running-app.ts'
import type { TestSystem } from '../support/test-system.ts'
import { Visitor } from '../support/visitor.ts'

export const NEIGHBOUR = 'villa-alta'

/** What a system sends that files for somebody: good in any administration. */
export const FILING = {
  kind: 'suggestion',
  description: 'Que abran también los sábados por la mañana.',
  answerBy: 'none',
}

/** Somebody who holds every role that there is in another administration, and nothing else. */
export async function signInNeighbour({ system }: TestSystem, app: RunningApp): Promise<Visitor> {
  await addAdministration(system, 'test/installation/fixtures/small.yaml', system.clock())
  const { administration, centres, units } = await getBookRules(system, NEIGHBOUR, system.clock())
  const { administrationId } = administration
  const places = [
    { centreId: null, unitId: null },
    { centreId: centres[0]!.centreId, unitId: null },
    { centreId: null, unitId: units[0]!.unitId },
  ]
  const held = roles.filter((role) => role !== 'system_admin' && !isSealedRole(role))
  const grants = held
    .flatMap((role) => places.map((place) => ({ role, administrationId, ...place })))
    .filter(isWellPlaced)
  await buildPerson(system, 'vecina', grants)
  const visitor = new Visitor(app)
  await visitor.get('/personal/entrar')
  await visitor.submit({ email: 'vecina@muni.example', password })
  return visitor
}

/** What systems of that administration hold: a token of each scope, and the secret of a case of theirs. */
export async function tokensOfNeighbour(
  { system }: TestSystem,
  app: RunningApp,
): Promise<readonly string[]> {
  const now = system.clock()
  const { administration } = await getBookRules(system, NEIGHBOUR, now)
  const account = await findAccountByEmail(system.db, 'vecina@muni.example')
  if (!account) throw new Error('the neighbour has signed in before')
  const deed = {
    administrationId: administration.administrationId,
    accountId: account.accountId,
    at: now,
  }
  const made = TOKEN_SCOPES.map((scope) => makeToken(system, deed, { name: scope, scope }))
  const { body } = await sendJson<{ trackingToken: string }>(
    app,
    'POST',
    `/api/v1/administrations/${NEIGHBOUR}/cases`,
    { body: FILING, headers: { 'idempotency-key': 'a case of their own' } },
  )
  return [...(await Promise.all(made)), body.trackingToken]
}
