import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getAdministrationBySlug } from '../../../src/administrations/index.ts'
import { listAttachments } from '../../../src/attachments/index.ts'
import { findCase, findOrigin } from '../../../src/cases/index.ts'
import { followCase } from '../../../src/cases/follow-case.ts'
import { switchDevice } from '../../../src/channels/devices/actions/change-device.ts'
import { listSetAside, type AsidePlace } from '../../../src/channels/devices/set-aside-store.ts'
import { listDevices } from '../../../src/channels/devices/device-store.ts'
import { listFiles } from '../../../src/channels/devices/device-file-store.ts'
import { buildPdf, buildPhoto } from '../../attachments/sample-files.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import { sendJson } from '../../support/json.ts'
import { startApp, type RunningApp } from '../../support/running-app.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { enrolledTablet, type Item, type Tablet } from './tablet.ts'

const FRIDAY = '2026-02-27T16:00:00Z'
const SATURDAY = '2026-02-28T16:00:00Z'
const MONDAY = '2026-03-02T16:00:00Z'

let test: TestSystem
let app: RunningApp
beforeAll(async () => {
  test = await openDemoBook({ now: FRIDAY })
  app = await startApp(test.system)
})
afterAll(async () => {
  await app.close()
  await test.close()
})

/** Enrolled on a Friday; what it takes offline reaches the book on Monday. */
async function tabletOfFriday(input = {}) {
  test.clockAt(FRIDAY)
  const enrolled = await enrolledTablet(app, test.system, input)
  test.clockAt(MONDAY)
  return enrolled
}

async function caseOf(caseNumber: string) {
  const { administrationId } = await getAdministrationBySlug(test.system.db, 'demo')
  const item = (await findCase(test.system.db, { administrationId, caseNumber }))!
  return { item, origin: await findOrigin(test.system.db, item) }
}

async function listAside(after: AsidePlace | null = null, limit = 500) {
  const { administrationId } = await getAdministrationBySlug(test.system.db, 'demo')
  const devices = await listDevices(test.system.db, administrationId)
  const deviceIds = devices.map(({ deviceId }) => deviceId)
  return listSetAside(test.system.db, administrationId, { deviceIds, after, limit })
}

async function reasonOf({ body: { id } }: Item) {
  const aside = await listAside()
  return aside.filter(({ filingId }) => filingId === id).map(({ reason }) => reason)
}

const countCases = async () => {
  const { rows } = await test.system.db
    .selectFrom('cases')
    .select((row) => row.fn.countAll<number>().as('count'))
    .execute()
    .then((found) => ({ rows: found }))
  return rows[0]!.count
}

describe('What was taken without network', () => {
  it('becomes a case with the day on which it was handed over, and is followed by what was printed', async () => {
    const { tablet, deviceId } = await tabletOfFriday()
    const item = tablet.take(SATURDAY)
    const { status, body } = await tablet.send(item, MONDAY)
    expect(status).toBe(201)
    expect(body).toMatchObject({
      id: item.body.id,
      outcome: 'filed',
      trackingToken: item.printed.token,
      state: 'registered',
      statusUrl: `http://libro.test/seguimiento/${body.caseNumber}`,
    })
    const { item: filed, origin } = await caseOf(body.caseNumber)
    expect(filed).toMatchObject({ channel: 'tablet', registeredAt: new Date(MONDAY) })
    expect(origin).toMatchObject({
      handedOverAt: new Date(SATURDAY),
      provisionalNumber: item.printed.number,
      deviceId,
    })
    const { number, token } = item.printed
    const followed = await followCase(test.system, number, token, new Date(MONDAY))
    expect(followed.caseNumber).toBe(body.caseNumber)
  })

  it('gives the same receipt when it is sent again, also many times at once, and is one case', async () => {
    const { tablet } = await tabletOfFriday()
    const item = tablet.take(SATURDAY, {}, { photos: [await buildPhoto()] })
    const before = await countCases()
    for (const file of item.files) await tablet.putFile(item.body.id, file.n, file.sealed)
    const answers = await Promise.all([1, 2, 3, 4].map(() => tablet.post(item, MONDAY)))
    const again = await tablet.send(item, MONDAY)
    expect(again.status).toBe(200)
    for (const answer of answers) expect(answer.body).toEqual(again.body)
    expect(again.body.trackingToken).toBe(item.printed.token)
    expect(await countCases()).toBe(before + 1)
  })

  it('brings its photos through the checks of every file, and leaves nothing sealed behind', async () => {
    const { tablet, administrationId } = await tabletOfFriday()
    const item = tablet.take(SATURDAY, {}, { photos: [await buildPhoto(), await buildPhoto()] })
    const { body } = await tablet.send(item, MONDAY)
    const { item: filed } = await caseOf(body.caseNumber)
    const files = await listAttachments(test.system.db, filed)
    expect(files.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['foto-1.jpg', 'image/jpeg'],
      ['foto-2.jpg', 'image/jpeg'],
    ])
    const key = { administrationId, deviceId: tablet.deviceId }
    expect(await listFiles(test.system.db, key, item.body.id)).toEqual([])
    const sealed = await test.system.db
      .selectFrom('device_filings')
      .select('sealed')
      .where('filing_id', '=', item.body.id)
      .executeTakeFirstOrThrow()
    expect(sealed.sealed).toBeNull()
  })

  it('waits for the photos that did not arrive', async () => {
    const { tablet } = await tabletOfFriday()
    const item = tablet.take(SATURDAY, {}, { photos: [await buildPhoto(), await buildPhoto()] })
    await tablet.putFile(item.body.id, 1, item.files[0]!.sealed)
    const { status, body } = await tablet.post(item, MONDAY)
    expect([status, body.missingFiles, body.code]).toEqual([409, [2], 'missing_files'])
    // another file under the same number is not the one that was sealed
    await tablet.putFile(item.body.id, 2, randomBytes(50))
    expect((await tablet.post(item, MONDAY)).body.missingFiles).toEqual([2])
    expect((await tablet.send(item, MONDAY)).status).toBe(201)
  })

  // five hundred are sent by `npm run bench -- tablets`
  it('keeps its order and its days when many wait', async () => {
    const many = 80
    const { tablet } = await tabletOfFriday({ quotaPerDay: many })
    const start = new Date(FRIDAY).getTime()
    const items = Array.from({ length: many }, (_, at) =>
      tablet.take(new Date(start + (at + 1) * 60_000)),
    )
    const numbers: string[] = []
    for (const item of items) numbers.push((await tablet.post(item, MONDAY)).body.caseNumber)
    expect([...numbers].sort()).toEqual(numbers)
    expect(new Set(numbers).size).toBe(many)
    const { origin } = await caseOf(numbers.at(-1)!)
    expect(origin?.handedOverAt).toEqual(new Date(start + many * 60_000))
  })

  it('is pressed between the contacts of its tablet when the clock lies by a year', async () => {
    const { tablet } = await tabletOfFriday()
    test.clockAt(SATURDAY)
    await tablet.contact(SATURDAY)
    test.clockAt(MONDAY)
    const backdated = await tablet.send(tablet.take('2025-02-28T16:00:00Z'), MONDAY)
    const { origin } = await caseOf(backdated.body.caseNumber)
    expect(origin?.handedOverAt).toEqual(new Date(SATURDAY))
    const ahead = await tablet.send(tablet.take('2027-03-02T15:00:00Z'), '2027-03-02T16:00:00Z')
    expect((await caseOf(ahead.body.caseNumber)).origin?.handedOverAt).toEqual(
      new Date('2026-03-02T15:00:00Z'),
    )
  })

  it('of two tablets with one memory is two cases, told apart by the secrets', async () => {
    const { tablet } = await tabletOfFriday()
    const [one, twin] = [1, 2].map(() => tablet.take(SATURDAY, {}, { sequence: 9 })) as [Item, Item]
    expect(one.printed.number).toBe(twin.printed.number)
    const numbers = [await tablet.send(one, MONDAY), await tablet.send(twin, MONDAY)]
    const followed = await Promise.all(
      [one, twin].map(({ printed }) =>
        followCase(test.system, printed.number, printed.token, new Date(MONDAY)),
      ),
    )
    expect(followed.map((each) => each.caseNumber)).toEqual(
      numbers.map(({ body }) => body.caseNumber),
    )
    // whoever uses a number again cannot be older than what the book heard of the tablet
    expect((await caseOf(numbers[1]!.body.caseNumber)).origin?.handedOverAt).toEqual(
      new Date(SATURDAY),
    )
  })
})

describe('What a person must look at first', () => {
  const asideAs = async (tablet: Tablet, item: Item) => {
    const { status, body } = await tablet.send(item, MONDAY)
    expect([status, body]).toEqual([202, { id: item.body.id, outcome: 'set_aside' }])
    expect((await tablet.post(item, MONDAY)).status).toBe(202)
    return reasonOf(item)
  }

  it('is what a tablet sends that was switched off', async () => {
    const { tablet, deed, deviceId } = await tabletOfFriday()
    const item = tablet.take(SATURDAY)
    await switchDevice(test.system.db, deed, deviceId, 'off')
    expect(await asideAs(tablet, item)).toEqual(['switched_off'])
  })

  it('is what comes after the end of the enrolment', async () => {
    const { tablet } = await tabletOfFriday({ endsOn: '2026-03-01' })
    expect(await asideAs(tablet, tablet.take(SATURDAY))).toEqual(['ended'])
  })

  it('is more in a day than the tablet may take, and not what other days brought', async () => {
    const { tablet } = await tabletOfFriday({ quotaPerDay: 2 })
    const items = [1, 2, 3].map(() => tablet.take(SATURDAY)) as [Item, Item, Item]
    expect((await tablet.send(items[0], MONDAY)).status).toBe(201)
    expect((await tablet.send(items[1], MONDAY)).status).toBe(201)
    expect(await asideAs(tablet, items[2])).toEqual(['over_quota'])
    expect((await tablet.send(tablet.take(MONDAY), MONDAY)).status).toBe(201)
  })

  it('is shown page after page, in the order in which people handed it over', async () => {
    const { tablet } = await tabletOfFriday({ quotaPerDay: 1 })
    for (const item of [1, 2, 3].map(() => tablet.take(SATURDAY))) await tablet.send(item, MONDAY)
    const all = await listAside()
    const paged = []
    for (let last = null; paged.length < all.length; last = paged.at(-1)!)
      paged.push(...(await listAside(last, 1)))
    expect(paged).toEqual(all)
  })

  it('is what does not open', async () => {
    const { tablet } = await tabletOfFriday()
    const item = tablet.take(SATURDAY)
    const broken = { ...item, body: { ...item.body, sealed: 'AAAA' } }
    expect(await asideAs(tablet, broken)).toEqual(['unreadable'])
    const other = tablet.take(SATURDAY)
    expect(await asideAs(tablet, { ...other, body: { ...other.body, id: randomUUID() } })).toEqual([
      'unreadable',
    ])
    const keyless = tablet.take(SATURDAY)
    expect(await asideAs(tablet, { ...keyless, body: { ...keyless.body, keyId: '7' } })).toEqual([
      'unreadable',
    ])
    const renumbered = tablet.take(SATURDAY)
    expect(
      await asideAs(tablet, { ...renumbered, body: { ...renumbered.body, sequence: 7777 } }),
    ).toEqual(['unreadable'])
  })

  it('is what the rules of the day refuse, and what is said of another office', async () => {
    const { tablet } = await tabletOfFriday()
    expect(await asideAs(tablet, tablet.take(SATURDAY, { kind: 'unheard_of' }))).toEqual([
      'refused',
    ])
    expect(await asideAs(tablet, tablet.take(SATURDAY, { description: '' }))).toEqual(['refused'])
    expect(await asideAs(tablet, tablet.take(SATURDAY, { centre: 'norte' }))).toEqual(['refused'])
  })

  it('is a photo that does not pass', async () => {
    const { tablet } = await tabletOfFriday()
    const photos = [Buffer.from('MZ this is a program')]
    expect(await asideAs(tablet, tablet.take(SATURDAY, {}, { photos }))).toEqual(['file_refused'])
    const fine = tablet.take(SATURDAY, {}, { photos: [buildPdf()] })
    expect((await tablet.send(fine, MONDAY)).status).toBe(201)
  })

  it('is another content under an id that came before, which stays what it was', async () => {
    const { tablet } = await tabletOfFriday()
    const first = tablet.take(SATURDAY)
    const filed = await tablet.send(first, MONDAY)
    const other = tablet.take(SATURDAY, { description: 'Otra cosa.' }, { id: first.body.id })
    expect(await asideAs(tablet, other)).toEqual(['id_reused'])
    expect((await tablet.send(first, MONDAY)).body).toEqual(filed.body)
  })
})

describe('Who has no tablet', () => {
  it('cannot say that something was handed over earlier, nor that it came by a tablet', async () => {
    const filing = {
      kind: 'complaint',
      centre: 'centro',
      description: 'Esto pasó, dicen, hace un mes.',
      person: { names: 'Ana', firstSurname: 'Robles' },
      answerBy: 'pickup',
    }
    for (const more of [
      { channel: 'tablet' },
      { handedOverAt: '2026-01-01T10:00:00Z' },
      { origin: { handedOverAt: '2026-01-01T10:00:00Z' } },
    ]) {
      const { status } = await sendJson(app, 'POST', '/api/v1/administrations/demo/cases', {
        body: { ...filing, ...more },
        headers: { 'Idempotency-Key': randomUUID() },
      })
      expect(status).toBe(422)
    }
  })
})
