import { afterEach, describe, expect, it } from '@jest/globals'
import { getBookRules, isOpen } from '../../src/administrations/index.ts'
import { getCalendar } from '../../src/deadlines/index.ts'
import { addAdministration, loadPacks, prepareInstallation } from '../../src/installation/index.ts'
import { findAccountByEmail } from '../../src/people/index.ts'
import { openKinds } from '../../src/regimes/index.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'

const NOW = new Date('2026-03-02T16:00:00Z')

let test: TestSystem

afterEach(() => test.close())

describe('The demonstration', () => {
  it('fills an empty database and tells the accounts', async () => {
    test = await openTestSystem()
    const lines = await prepareInstallation(test.system, NOW)
    const { administration, regime, centres, services } = await getBookRules(
      test.system,
      'demo',
      NOW,
    )
    expect(administration).toMatchObject({ demo: true, regimeCode: 'neutral', bookCode: 'DEMO' })
    expect(centres).toHaveLength(3)
    expect(services.length).toBeGreaterThanOrEqual(10)
    expect(openKinds(regime, new Set(), '2026-03-02')).toHaveLength(5)
    expect(lines.join('\n')).toContain('libro-abierto-demo')
    expect(lines.filter((line) => line.includes('@demo.example'))).toHaveLength(33)
  })

  it('is open, Monday to Friday, with the holidays of Mexico’s administrative list', async () => {
    test = await openTestSystem()
    await prepareInstallation(test.system, NOW)
    const rules = await getBookRules(test.system, 'demo', NOW)
    const calendar = await getCalendar(test.system.db, rules.administration.calendarCode)
    expect(isOpen(rules, '2026-03-02')).toBe(true)
    expect(
      ['2026-05-04', '2026-05-05', '2026-05-09', '2026-09-16'].map((day) =>
        calendar.isWorking(day),
      ),
    ).toEqual([true, false, false, false])
  })

  it('gives each account of the list its role', async () => {
    test = await openTestSystem()
    await prepareInstallation(test.system, NOW)
    const rows = await test.system.db
      .selectFrom('role_grants')
      .innerJoin('accounts', 'accounts.account_id', 'role_grants.account_id')
      .select(['email', 'role'])
      .distinct()
      .execute()
    const held = rows.map(({ email, role }) => `${email.replace('@demo.example', '')} ${role}`)
    expect(held.sort()).toEqual([
      'admin system_admin',
      'alterna alternate_authority',
      'alterno deputy_claims_manager',
      'analisis analyst',
      'auditoria auditor',
      'custodia custodian',
      'custodia2 custodian',
      'custodia3 custodian',
      'direccion chief_administrator',
      'evaluacion evaluator',
      'integridad integrity_officer',
      'integridad2 integrity_officer',
      'integridad3 integrity_officer',
      'jefatura office_head',
      'jefaunidad unit_head',
      'mejora improvement_owner',
      'resguardo recovery_holder',
      'resguardo2 recovery_holder',
      'resguardo3 recovery_holder',
      'responsable claims_manager',
      'unidad unit_handler',
      'unidad2 unit_handler',
      'ventanilla site_officer',
    ])
  })

  it('stays as it is on the next start', async () => {
    test = await openTestSystem()
    const first = await prepareInstallation(test.system, NOW)
    const account = await findAccountByEmail(test.system.db, 'responsable@demo.example')
    expect(await prepareInstallation(test.system, NOW)).toEqual(first)
    expect(await findAccountByEmail(test.system.db, 'responsable@demo.example')).toEqual(account)
  })

  it('does not come into a database that holds an administration', async () => {
    test = await openTestSystem()
    await loadPacks(test.system, NOW)
    await addAdministration(test.system, 'test/installation/fixtures/small.yaml', NOW)
    expect(await prepareInstallation(test.system, NOW)).toEqual([])
    await expect(getBookRules(test.system, 'demo', NOW)).rejects.toThrow('NotFound')
  })

  it('does not come into production, and production does not start on it', async () => {
    test = await openTestSystem()
    const { db, jobs, config } = test.system
    const production = { db, jobs, config: { ...config, environment: 'production' as const } }
    expect(await prepareInstallation(production, NOW)).toEqual([])
    await expect(getBookRules(test.system, 'demo', NOW)).rejects.toThrow('NotFound')
    await prepareInstallation(test.system, NOW)
    await expect(prepareInstallation(production, NOW)).rejects.toThrow(
      'This database holds the demonstration (demo), whose passwords everybody knows.',
    )
  })
})
