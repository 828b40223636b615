import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { NotFound, WrongState } from '../../../src/platform/errors.ts'
import { readRegimePack } from '../../../src/regimes/index.ts'
import { decideRequest } from '../../../src/corruption-reports/custodians/actions/decide-request.ts'
import { listRequests } from '../../../src/corruption-reports/custodians/actions/list-requests.ts'
import { requestIdentity } from '../../../src/corruption-reports/custodians/actions/request-identity.ts'
import { getOffice, type Office } from '../../../src/corruption-reports/office.ts'
import {
  listOwnPlaces,
  readReports,
} from '../../../src/corruption-reports/officers/actions/read-reports.ts'
import {
  bind,
  combineIdentity,
  epochKeysOf,
  openReleasedShare,
  openRequest,
  openSlot,
  releaseIdentityShare,
  requestHash,
  sealRequest,
  signAct,
  signReading,
  type EpochKeys,
} from '../../../src/corruption-reports/sealing/index.ts'
import { reportAnswer } from '../../../src/corruption-reports/officers/api/report-answer.ts'
import { translator } from '../../../src/platform/i18n/index.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { memberOf, random, sealTown, tell, type SealedTown } from '../officers/sealed-town.ts'

const IDENTITY = { names: 'Rosa Canario', contact: 'rosa@ejemplo.mx' }

let test: TestSystem
let town: SealedTown
let office: Office

beforeAll(async () => {
  test = await openDemoBook()
  town = await sealTown(test)
  office = await getOffice(test.system, 'demo', test.system.clock())
})
afterAll(() => test.close())

async function reportWithIdentity() {
  const told = { narration: 'Me amenazaron', identity: IDENTITY }
  const { envelope } = await tell(test, town, told)
  const officer = memberOf(town, 'integridad')
  const { places } = await listOwnPlaces(test.system, office, officer.accountId)
  const place = places.find(({ reportId }) => Buffer.compare(reportId, envelope.id) === 0)
  const slot =
    place && openSlot({ id: envelope.id, epoch: 1 }, officer.id, officer.keys.x, place.blob)
  if (!slot) throw new Error('the officer cannot open the report')
  return { id: envelope.id, keys: epochKeysOf(slot.c) }
}

async function ask(
  { id, keys }: { id: Uint8Array; keys: EpochKeys },
  where: Office = office,
  words = 'La fiscalía lo pide por escrito',
) {
  const officer = memberOf(town, 'integridad')
  const request = random(16)
  const place = { id, request, requester: officer.id }
  const custodians = town.directory.members.filter(({ role }) => role === 'custodian')
  const requester = town.directory.members.find((member) => member.id === officer.id)!
  const reason = sealRequest(place, { reason: words }, [...custodians, requester], random)
  const body = bind(request, officer.id, reason)
  const signature = signAct(keys, { id, epoch: 1, seq: 2, action: 'request_identity', body })
  const state = await requestIdentity(test.system, where, officer.accountId, {
    id,
    seq: 2,
    request,
    requester: officer.id,
    reason,
    signature,
  })
  return { state, place, reason }
}

async function decide(name: string, asked: Awaited<ReturnType<typeof ask>>, gives = true) {
  const custodian = memberOf(town, name)
  const { requests } = await listRequests(test.system, office, custodian.accountId)
  const request = requests.find(
    ({ requestId }) => Buffer.compare(requestId, asked.place.request) === 0,
  )
  const requester = town.directory.members.find(({ id }) => id === asked.place.requester)!
  const release = {
    id: asked.place.id,
    custodian: custodian.id,
    requester,
    request: requestHash(asked.place, asked.reason),
  }
  const share =
    gives && request ? releaseIdentityShare(release, custodian.keys.x, request.box, random) : null
  await decideRequest(test.system, office, custodian.accountId, {
    request: asked.place.request,
    custodian: custodian.id,
    share,
  })
}

async function read({ id, keys }: { id: Uint8Array; keys: EpochKeys }) {
  const { accountId } = memberOf(town, 'integridad')
  const proof = signReading(keys, { id, epoch: 1, by: accountId, day: office.day })
  const [report] = await readReports(test.system, office, accountId, [{ id, proof }])
  if (!report) throw new Error('the officer cannot read the report')
  return report
}

describe('The identity of a reporter', () => {
  it('is released by two custodians to the one who asked, and the reporter is told', async () => {
    const report = await reportWithIdentity()
    const asked = await ask(report)
    await decide('custodia', asked)
    await decide('custodia2', asked)
    const { asked: own, course } = await read(report)
    const released = own[0]?.released
    const officer = memberOf(town, 'integridad')
    const shares = released?.shares.map(({ custodian, share }) =>
      openReleasedShare(
        {
          id: report.id,
          custodian,
          requester: { id: officer.id },
          request: requestHash(asked.place, asked.reason),
        },
        officer.keys.x,
        share,
      ),
    )
    expect(combineIdentity(shares ?? [], report.id, released!.box)).toEqual(IDENTITY)
    expect(course.events.map(({ code }) => code)).toEqual([
      'seal',
      'request_identity',
      'release_identity',
    ])
  })

  it('one custodian alone releases nothing', async () => {
    const report = await reportWithIdentity()
    const asked = await ask(report)
    await decide('custodia', asked)
    const { asked: own } = await read(report)
    expect(own).toMatchObject([{ state: 'open', released: null }])
    await expect(decide('custodia', asked)).rejects.toThrow(WrongState)
  })

  it('stays closed when two refuse, and nobody decides after that', async () => {
    const report = await reportWithIdentity()
    const asked = await ask(report)
    await decide('custodia', asked, false)
    await decide('custodia2', asked, false)
    const { asked: own, course } = await read(report)
    expect(own).toMatchObject([{ state: 'refused', released: null }])
    expect(course.events.at(-1)?.code).toBe('refuse_identity')
    await expect(decide('custodia3', asked)).rejects.toThrow(WrongState)
  })

  it('is asked for a reason that the custodians read, and no other member', async () => {
    const report = await reportWithIdentity()
    const { place, reason } = await ask(report)
    const readBy = (name: string) => {
      const { id, keys } = memberOf(town, name)
      return openRequest(place, { id, x: keys.x }, reason)
    }
    expect(readBy('custodia3')).toEqual({ reason: 'La fiscalía lo pide por escrito' })
    expect([readBy('resguardo'), readBy('integridad2')]).toEqual([null, null])
  })

  it('is decided by custodians only, and never by whoever asks', async () => {
    const report = await reportWithIdentity()
    const { place } = await ask(report)
    const officer = memberOf(town, 'integridad')
    const decision = { request: place.request, share: random(65) }
    await expect(
      decideRequest(test.system, office, memberOf(town, 'resguardo').accountId, {
        ...decision,
        custodian: memberOf(town, 'custodia').id,
      }),
    ).rejects.toThrow(NotFound)
    await expect(
      decideRequest(test.system, office, officer.accountId, { ...decision, custodian: officer.id }),
    ).rejects.toThrow(/NotFound|NotAllowed/)
  })

  it('where the regime forbids it the request is recorded as refused', async () => {
    const { corruption } = await readRegimePack('packs/regimes/pe-ds-007-2020-pcm.yaml')
    const peru = { ...office, rules: corruption! }
    const report = await reportWithIdentity()
    const asked = await ask(report, peru)
    expect(asked.state).toBe('refused')
    const whole = await read(report)
    const { asked: own, course } = whole
    expect(own).toMatchObject([{ state: 'refused', released: null }])
    const words = { t: translator('es'), lang: 'es', names: new Map<string, string>() }
    const told = reportAnswer(whole, peru, words).asked
    expect(told[0]?.tell).toContain('Órgano de Control Institucional (OCI)')
    expect(reportAnswer(whole, office, words).asked[0]?.tell).toBeNull()
    expect(course.events.map(({ code }) => code)).toEqual([
      'seal',
      'request_identity',
      'refuse_identity',
    ])
    const { requests } = await listRequests(test.system, peru, memberOf(town, 'custodia').accountId)
    expect(requests.some(({ reportId }) => Buffer.compare(reportId, report.id) === 0)).toBe(false)
  })
})
