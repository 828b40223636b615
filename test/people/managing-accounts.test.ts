import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { listAuditLines } from '../../src/audit/index.ts'
import { findAccountByEmail } from '../../src/people/account-store.ts'
import {
  appoint,
  appointPerson,
  type Appointment,
} from '../../src/people/actions/appoint-person.ts'
import {
  findInstallationCode,
  installFirstAdmin,
} from '../../src/people/actions/install-first-admin.ts'
import {
  closeAccount,
  reopenAccount,
  resetPassword,
} from '../../src/people/actions/manage-account.ts'
import { endAbsence, recordAbsence } from '../../src/people/actions/record-absence.ts'
import { revokeRole } from '../../src/people/actions/revoke-role.ts'
import { listAbsences } from '../../src/people/absence-store.ts'
import { listGrantsOf } from '../../src/people/grant-store.ts'
import { isAbsent, type Grant, type Role, type Staff } from '../../src/people/index.ts'
import { isPassword } from '../../src/people/passwords.ts'
import { listPeople, type PeopleSearch } from '../../src/people/people-store.ts'
import { Invalid, NotAllowed, NotFound } from '../../src/platform/errors.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'
import { asStaff, buildPerson, buildTown, type Town } from './fixtures.ts'

let house: TestSystem
let town: Town
let otherTown: Town
let admin: Staff
let head: Staff
let manager: Staff
let people = 0

beforeAll(async () => {
  house = await openTestSystem()
  town = await buildTown(house.system, 'villa')
  otherTown = await buildTown(house.system, 'puerto')
  admin = await staffWith('sistemas', { role: 'system_admin', administrationId: null })
  head = await staffWith('direccion', { role: 'chief_administrator' })
  manager = await staffWith('responsable', { role: 'claims_manager' })
})
afterAll(() => house.close())

async function staffWith(name: string, grant: Partial<Grant> & { role: Role }) {
  const place = { administrationId: town.administrationId }
  return asStaff(house.system, await buildPerson(house.system, name, [{ ...place, ...grant }]))
}

const appointment = (role: Role, change: Partial<Appointment> = {}): Appointment => ({
  role,
  administrationId: town.administrationId,
  centreId: null,
  unitId: null,
  validFrom: '2026-03-02',
  validUntil: null,
  ...change,
})

const newcomer = () => ({
  email: `nueva${++people}@muni.example`,
  name: `Nueva ${people}`,
  language: 'es',
})

const grantsOf = (accountId: string) => listGrantsOf(house.system.db, [accountId])

describe('A person is appointed', () => {
  it('with an account and a password to be changed at once', async () => {
    const who = newcomer()
    const made = await appointPerson(house.system, manager, who, appointment('site_officer'))
    const account = await findAccountByEmail(house.system.db, who.email)
    expect(account).toMatchObject({ accountId: made.accountId, mustChangePassword: true })
    expect(await isPassword(made.oneTimePassword!, account!.passwordHash, 'test')).toBe(true)
    expect(await grantsOf(made.accountId)).toMatchObject([
      { role: 'site_officer', administrationId: town.administrationId, revoked: false },
    ])
  })

  it('who already has an account keeps name and password', async () => {
    const who = newcomer()
    const first = await appointPerson(house.system, manager, who, appointment('site_officer'))
    const before = await findAccountByEmail(house.system.db, who.email)
    const again = { ...who, email: who.email.toUpperCase(), name: 'Otro nombre' }
    const second = await appointPerson(house.system, head, again, appointment('analyst'))
    expect(second).toEqual({ accountId: first.accountId, oneTimePassword: null })
    expect(await findAccountByEmail(house.system.db, who.email)).toEqual(before)
    expect(await grantsOf(first.accountId)).toHaveLength(2)
  })

  it('not above whoever appoints, and then nothing of it is kept', async () => {
    const who = newcomer()
    for (const role of ['claims_manager', 'system_admin', 'integrity_officer'] as const) {
      await expect(appointPerson(house.system, manager, who, appointment(role))).rejects.toThrow(
        NotAllowed,
      )
    }
    expect(await findAccountByEmail(house.system.db, who.email)).toBeNull()
  })

  it('not in an administration where the appointer has no say', async () => {
    const elsewhere = appointment('site_officer', { administrationId: otherTown.administrationId })
    await expect(appointPerson(house.system, manager, newcomer(), elsewhere)).rejects.toThrow(
      NotAllowed,
    )
  })

  it('not to more by themselves', async () => {
    await expect(
      appoint(house.system, admin, admin.accountId, appointment('claims_manager')),
    ).rejects.toThrow(NotAllowed)
  })

  it('once for the same role in the same place', async () => {
    const who = newcomer()
    const inCentre = appointment('office_head', { centreId: town.centreId })
    const { accountId } = await appointPerson(house.system, manager, who, inCentre)
    await expect(appoint(house.system, manager, accountId, inCentre)).rejects.toMatchObject({
      problems: [{ field: 'role', code: 'already_held' }],
    })
  })
})

describe('A role taken away', () => {
  it('opens nothing from that moment, and stays on record', async () => {
    const { accountId } = await appointPerson(
      house.system,
      manager,
      newcomer(),
      appointment('site_officer'),
    )
    expect((await asStaff(house.system, accountId)).grants).toHaveLength(1)
    const [grant] = await grantsOf(accountId)
    await revokeRole(house.system, manager, grant!.grantId)
    expect((await asStaff(house.system, accountId)).grants).toHaveLength(0)
    expect(await grantsOf(accountId)).toMatchObject([{ revoked: true }])
    const [line] = await listAuditLines(house.system.db, {
      administrationId: town.administrationId,
    })
    expect(line).toMatchObject({
      action: 'role_revoked',
      accountId: manager.accountId,
      details: { account: accountId, role: 'site_officer' },
    })
  })

  it('by somebody without a say over it stays', async () => {
    const [grant] = await grantsOf(head.accountId)
    await expect(revokeRole(house.system, manager, grant!.grantId)).rejects.toThrow(NotAllowed)
  })

  it('never leaves the installation without an administrator', async () => {
    const [grant] = await grantsOf(admin.accountId)
    await expect(revokeRole(house.system, admin, grant!.grantId)).rejects.toThrow(Invalid)
    expect(await grantsOf(admin.accountId)).toMatchObject([{ revoked: false }])
  })
})

describe('An account', () => {
  it('that is closed opens nothing, and its roles come back with it', async () => {
    const { accountId } = await appointPerson(
      house.system,
      manager,
      newcomer(),
      appointment('site_officer'),
    )
    await closeAccount(house.system, manager, accountId)
    await expect(asStaff(house.system, accountId)).rejects.toThrow('closed')
    await reopenAccount(house.system, manager, accountId)
    expect((await asStaff(house.system, accountId)).grants).toHaveLength(1)
  })

  it('gets a new one-time password when the old one was forgotten', async () => {
    const who = newcomer()
    const { accountId } = await appointPerson(
      house.system,
      manager,
      who,
      appointment('site_officer'),
    )
    const oneTime = await resetPassword(house.system, manager, accountId)
    const account = await findAccountByEmail(house.system.db, who.email)
    expect(account?.mustChangePassword).toBe(true)
    expect(await isPassword(oneTime, account!.passwordHash, 'test')).toBe(true)
  })

  it('that opens more than the manager may give is not touched by that manager', async () => {
    const who = newcomer()
    const { accountId } = await appointPerson(
      house.system,
      manager,
      who,
      appointment('site_officer'),
    )
    await appoint(house.system, admin, accountId, appointment('integrity_officer'))
    for (const act of [closeAccount, reopenAccount, resetPassword]) {
      await expect(act(house.system, manager, accountId)).rejects.toThrow(NotAllowed)
      await expect(act(house.system, head, accountId)).rejects.toThrow(NotAllowed)
    }
  })

  it('with a greater role to come is not touched either', async () => {
    const later = appointment('claims_manager', { validFrom: '2026-12-01' })
    const { accountId } = await appointPerson(house.system, head, newcomer(), later)
    await expect(resetPassword(house.system, manager, accountId)).rejects.toThrow(NotAllowed)
  })

  it('is never closed by its owner', async () => {
    await expect(closeAccount(house.system, admin, admin.accountId)).rejects.toThrow(NotAllowed)
  })
})

describe('The list of people', () => {
  const search = (change: Partial<PeopleSearch> = {}) =>
    listPeople(house.system.db, {
      administrationId: otherTown.administrationId,
      words: '',
      day: '2026-03-02',
      current: true,
      installation: false,
      after: null,
      limit: 10,
      ...change,
    })

  it('finds by part of a name without accents, and goes on page by page', async () => {
    const place = { administrationId: otherTown.administrationId }
    for (const name of ['Álvaro Muñoz', 'Beatriz Núñez', 'Carla Ríos']) {
      const who = { ...newcomer(), name }
      await appointPerson(house.system, admin, who, appointment('analyst', place))
    }
    const names = async (change: Partial<PeopleSearch>) => (await search(change)).map((p) => p.name)
    expect(await names({ words: 'nunez' })).toEqual(['Beatriz Núñez'])
    expect(await names({ words: '100%_' })).toEqual([])
    const first = await search({ limit: 2 })
    const last = first.at(-1)!
    expect(first).toHaveLength(2)
    expect(await names({ after: last })).toHaveLength(1)
  })

  it('leaves out those who left, unless they are asked for', async () => {
    const [anybody] = await search()
    await closeAccount(house.system, admin, anybody!.accountId)
    expect(await search()).toHaveLength(2)
    expect(await search({ current: false })).toHaveLength(3)
  })
})

describe('An absence', () => {
  const workplace = () => ({
    administrationId: town.administrationId,
    slug: 'villa',
    name: 'Villa',
    timeZone: 'America/Mexico_City',
    revision: 1,
  })
  const week = { from: '2026-03-09', until: '2026-03-13' }

  async function worker(grant: { role: Role; unitId?: string; centreId?: string }) {
    return staffWith(`persona${++people}`, grant)
  }

  it('is recorded by the person, and ends when they are back', async () => {
    const { unitId } = town
    const ana = await worker({ role: 'unit_handler', unitId })
    const beto = await worker({ role: 'unit_handler', unitId })
    const absence = { accountId: ana.accountId, substituteAccountId: beto.accountId, ...week }
    await recordAbsence(house.system, ana, workplace(), absence)
    const [recorded] = await listAbsences(
      house.system.db,
      town.administrationId,
      '2026-03-02',
      ana.accountId,
    )
    expect(recorded).toMatchObject(absence)
    house.clockAt('2026-03-11T16:00:00Z')
    await endAbsence(house.system, ana, workplace(), recorded!.absenceId)
    const away = (day: string) =>
      isAbsent(house.system.db, town.administrationId, ana.accountId, day)
    expect(await away('2026-03-10')).toBe(true)
    expect(await away('2026-03-11')).toBe(false)
    house.clockAt('2026-03-02T16:00:00Z')
  })

  it('is recorded for others by the responsible and by the head of their unit, and by nobody else', async () => {
    const { unitId, centreId } = town
    const ana = await worker({ role: 'unit_handler', unitId })
    const absence = { accountId: ana.accountId, substituteAccountId: null, ...week }
    const colleague = await worker({ role: 'unit_handler', unitId })
    const officeHead = await worker({ role: 'office_head', centreId })
    for (const nobody of [colleague, officeHead]) {
      await expect(recordAbsence(house.system, nobody, workplace(), absence)).rejects.toThrow(
        NotAllowed,
      )
    }
    const unitHead = await worker({ role: 'unit_head', unitId })
    await recordAbsence(house.system, unitHead, workplace(), absence)
    await expect(recordAbsence(house.system, manager, workplace(), absence)).rejects.toMatchObject({
      problems: [{ field: 'from', code: 'overlaps' }],
    })
  })

  it('has a substitute who works there', async () => {
    const ana = await worker({ role: 'unit_handler', unitId: town.unitId })
    const absence = { accountId: ana.accountId, substituteAccountId: admin.accountId, ...week }
    await expect(recordAbsence(house.system, ana, workplace(), absence)).rejects.toMatchObject({
      problems: [{ field: 'substitute', code: 'not_staff' }],
    })
  })

  it('of somebody who works elsewhere does not exist here', async () => {
    const place = { administrationId: otherTown.administrationId }
    const { accountId } = await appointPerson(
      house.system,
      admin,
      newcomer(),
      appointment('analyst', place),
    )
    const absence = { accountId, substituteAccountId: null, ...week }
    await expect(recordAbsence(house.system, manager, workplace(), absence)).rejects.toThrow(
      NotFound,
    )
  })
})

describe('An empty installation', () => {
  it('lets whoever reads its console make the first administrator, once', async () => {
    const empty = await openTestSystem()
    try {
      const code = await findInstallationCode(empty.system)
      expect(code).toMatch(/^([A-Z2-9]{5}-){3}[A-Z2-9]{5}$/)
      const first = {
        email: 'primera@muni.example',
        name: 'Primera',
        language: 'es',
        password: 'tres gatos miran la lluvia',
      }
      await expect(installFirstAdmin(empty.system, 'AAAAA', first)).rejects.toMatchObject({
        problems: [{ field: 'code', code: 'wrong_code' }],
      })
      await expect(
        installFirstAdmin(empty.system, code!, { ...first, password: 'corta' }),
      ).rejects.toMatchObject({ problems: [{ field: 'password', code: 'too_short' }] })
      const typed = code!.toLowerCase().replaceAll('-', ' ')
      const twice = await Promise.allSettled([
        installFirstAdmin(empty.system, typed, first),
        installFirstAdmin(empty.system, typed, { ...first, email: 'segunda@muni.example' }),
      ])
      expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(await findInstallationCode(empty.system)).toBeNull()
      await expect(installFirstAdmin(empty.system, typed, first)).rejects.toThrow(NotFound)
    } finally {
      await empty.close()
    }
  })
})
