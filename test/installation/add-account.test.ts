import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { addAccount, addAdministration, loadPacks } from '../../src/installation/index.ts'
import { findAccountByEmail, listGrantsOf } from '../../src/people/index.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'

const NOW = new Date('2026-03-02T16:00:00Z')

let test: TestSystem

beforeAll(async () => {
  test = await openTestSystem()
  await loadPacks(test.system, NOW)
  await addAdministration(test.system, 'test/installation/fixtures/small.yaml', NOW)
})
afterAll(() => test.close())

function add(email: string, changes: Partial<Parameters<typeof addAccount>[1]> = {}) {
  const nobody = { role: null, administration: null, centre: null, unit: null }
  const request = { email, name: 'Elsa Rojas', language: 'es', ...nobody, ...changes }
  return addAccount(test.system, request, NOW)
}

describe('An account by command', () => {
  it('gets a password for the first sign-in and its role in its place', async () => {
    const place = { role: 'unit_head', administration: 'villa-alta', unit: 'rentas' }
    const { email, oneTimePassword } = await add('Caja@villa-alta.example', place)
    const account = await findAccountByEmail(test.system.db, email)
    expect(oneTimePassword).toHaveLength(19)
    expect(account).toMatchObject({ email: 'caja@villa-alta.example', mustChangePassword: true })
    expect(await listGrantsOf(test.system.db, [account!.accountId])).toMatchObject([
      { role: 'unit_head', validFrom: '2026-03-02', unitId: expect.any(String) },
    ])
  })

  it('may run the installation', async () => {
    const { email } = await add('sistemas@villa-alta.example', { role: 'system_admin' })
    const account = await findAccountByEmail(test.system.db, email)
    expect(await listGrantsOf(test.system.db, [account!.accountId])).toMatchObject([
      { role: 'system_admin', administrationId: null },
    ])
  })

  it.each([
    ['is there already', 'responsable@villa-alta.example', {}, 'There is an account'],
    ['has no address', 'nobody', {}, 'nobody is not an address'],
    ['speaks an unknown language', 'x@x.example', { language: 'xx' }, 'The languages are: es, en'],
    ['would hold no known role', 'x@x.example', { role: 'king' }, 'There is no role king'],
    [
      'would hold its role nowhere',
      'x@x.example',
      { role: 'unit_head', administration: 'villa-alta' },
      'The role unit_head is not held in such a place',
    ],
    [
      'would work where there is no administration',
      'x@x.example',
      { role: 'analyst', administration: 'nowhere' },
      'There is no administration nowhere',
    ],
    [
      'would work where there is no such centre',
      'x@x.example',
      { role: 'office_head', administration: 'villa-alta', centre: 'moon' },
      'There is no centre moon there',
    ],
  ])('is refused when it %s', async (_why, email, changes, message) => {
    await expect(add(email, changes)).rejects.toThrow(message)
  })
})
