import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { fileCase, findCase, findOrigin, type FilingOrigin } from '../../src/cases/index.ts'
import { getAdministrationBySlug } from '../../src/administrations/index.ts'
import { followCase } from '../../src/cases/follow-case.ts'
import { openDemoBook } from '../support/demo-book.ts'
import type { TestSystem } from '../support/test-system.ts'

const FRIDAY = new Date('2026-02-27T16:00:00Z')
const MONDAY = new Date('2026-03-02T16:00:00Z')
const PRINTED = { number: 'DEMO-T7K3-000042', token: 'ABCD-EFGH-JKMN-PQRS' }

let test: TestSystem
beforeAll(async () => {
  test = await openDemoBook({ now: MONDAY.toISOString() })
})
afterAll(() => test.close())

let keys = 0
const file = (origin: FilingOrigin, idempotencyKey = `origin-${++keys}`) =>
  fileCase(
    test.system,
    {
      slug: 'demo',
      idempotencyKey,
      filer: 'staff',
      origin,
      filing: {
        kind: 'complaint',
        centre: 'centro',
        description: 'La ventanilla cerró antes de la hora que dice el cartel.',
        person: { names: 'Ana', firstSurname: 'Robles' },
        answerBy: 'pickup',
        channel: 'tablet',
      },
    },
    MONDAY,
  )

async function originOf(caseNumber: string) {
  const { administrationId } = await getAdministrationBySlug(test.system.db, 'demo')
  const item = await findCase(test.system.db, { administrationId, caseNumber })
  return item && findOrigin(test.system.db, item)
}

describe('A filing that was handed over before it reached the book', () => {
  it('is due from the day on which the person handed it over', async () => {
    const late = await file({ handedOverAt: FRIDAY })
    const atOnce = await file({ handedOverAt: MONDAY })
    expect([late.dueOn, atOnce.dueOn]).toEqual(['2026-03-20', '2026-03-23'])
    expect(late.registeredAt).toEqual(MONDAY)
  })

  it('is never handed over after it was registered', async () => {
    const { caseNumber } = await file({ handedOverAt: new Date('2027-03-02T16:00:00Z') })
    expect(await originOf(caseNumber)).toMatchObject({ handedOverAt: MONDAY, clockFrom: MONDAY })
  })

  it('is followed with what the tablet printed, and with the secret of the book', async () => {
    const filed = await file({ provisional: PRINTED })
    const opened = [
      await followCase(test.system, PRINTED.number, PRINTED.token, MONDAY),
      await followCase(test.system, 'demo t7k3 42', PRINTED.token.toLowerCase(), MONDAY),
      await followCase(test.system, filed.caseNumber, PRINTED.token, MONDAY),
      await followCase(test.system, filed.caseNumber, filed.trackingToken, MONDAY),
    ]
    expect(opened.map(({ caseNumber }) => caseNumber)).toEqual(Array(4).fill(filed.caseNumber))
    await expect(
      followCase(test.system, PRINTED.number, 'AAAA-AAAA-AAAA-AAAA', MONDAY),
    ).rejects.toThrow('NotFound')
  })

  it('is told by its secret from another that bears the same provisional number', async () => {
    const twin = await file({ provisional: { ...PRINTED, token: 'ZZZZ-YYYY-XXXX-WWWW' } })
    const followed = await followCase(test.system, PRINTED.number, 'ZZZZ-YYYY-XXXX-WWWW', MONDAY)
    expect(followed.caseNumber).toBe(twin.caseNumber)
  })

  it('takes the number of a paper sheet once', async () => {
    const { caseNumber } = await file({ sheetNumber: 'H-17' })
    await expect(file({ sheetNumber: 'H-17' })).rejects.toMatchObject({
      problems: [{ field: '/sheetNumber', code: 'loaded', values: { caseNumber } }],
    })
  })
})
