import { getBookRules } from '../../src/administrations/index.ts'
import { findAccountByEmail } from '../../src/people/index.ts'
import { openCampaign, type Campaign, type CampaignInput } from '../../src/surveys/index.ts'
import type { System } from '../../src/system.ts'
import type { RunningApp } from '../support/running-app.ts'
import { Visitor } from '../support/visitor.ts'

/** A campaign of the demonstration, running in March; a test states what matters to it. */
export async function buildCampaign(
  system: System,
  input: Partial<CampaignInput> = {},
): Promise<Campaign> {
  const { administration } = await getBookRules(system, 'demo', system.clock())
  const { administrationId } = administration
  const accountId = await accountOf(system, 'analisis')
  return openCampaign(
    system,
    { administrationId, accountId, at: system.clock() },
    {
      name: 'Ventanillas en marzo',
      population: 'Personas atendidas en ventanilla',
      populationSize: null,
      startsOn: '2026-03-01',
      endsOn: '2026-03-31',
      goalKind: 'responses',
      goalValue: 100,
      rateBase: 'attentions',
      ownerId: accountId,
      instrument: 'neutral/1',
      channels: ['qr', 'tablet', 'link'],
      centreIds: [],
      ...input,
    },
  )
}

export async function accountOf(system: System, name: string): Promise<string> {
  const account = await findAccountByEmail(system.db, `${name}@demo.example`)
  if (!account) throw new Error(`The demonstration has no ${name}`)
  return account.accountId
}

export async function signIn(app: RunningApp, name: string, language = 'es'): Promise<Visitor> {
  const visitor = new Visitor(app)
  await visitor.get('/personal/entrar')
  await visitor.submit({ email: `${name}@demo.example`, password: 'libro-abierto-demo' })
  await visitor.get(`/personal/mi-cuenta?lang=${language}`)
  return visitor
}
