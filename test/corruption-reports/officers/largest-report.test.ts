import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getOffice, type Office } from '../../../src/corruption-reports/office.ts'
import {
  bind,
  envelopeSizes,
  epochToJson,
  newEpoch,
  sealWords,
  signAct,
  toBase64url,
} from '../../../src/corruption-reports/sealing/index.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import { startApp, type RunningApp } from '../../support/running-app.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { openAs, openedAs } from './as-reader.ts'
import { memberOf, random, sealTown, tell, type SealedTown } from './sealed-town.ts'
import { openMemberSession } from './sign-in-member.ts'

let test: TestSystem
let app: RunningApp
let town: SealedTown
let office: Office

beforeAll(async () => {
  test = await openDemoBook()
  app = await startApp(test.system)
  town = await sealTown(test)
  office = await getOffice(test.system, 'demo', test.system.clock())
})
afterAll(async () => {
  await app.close()
  await test.close()
})

/** As an officer's browser posts it: with the session and the token of a page. */
async function post(name: string, path: string, body: object): Promise<number> {
  const session = await openMemberSession(test.system, memberOf(town, name).accountId)
  const page = await fetch(`${app.url}/personal/mi-cuenta`, {
    headers: { cookie: `personal=${session}` },
  })
  const token = /name="_token" value="([^"]+)"/.exec(await page.text())?.[1]
  const cookies = page.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  const answer = await fetch(`${app.url}/personal/demo/${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      cookie: [`personal=${session}`, ...cookies].join('; '),
    },
    body: JSON.stringify({ ...body, _token: token }),
  })
  return answer.status
}

describe('A report of the largest size', () => {
  it('begins another epoch, and only that address takes so much, from who may', async () => {
    const officer = memberOf(town, 'integridad')
    const { envelope } = await tell(test, town, { narration: 'x'.repeat(700_000) })
    expect(envelope.content).toHaveLength(envelopeSizes.largestContent)
    const report = await openedAs(test, office, officer, envelope.id)
    const { marks } = report.content
    const out = { marks: { ...marks, members: [memberOf(town, 'integridad2').id] }, struck: [] }
    const { directory } = town
    const { sealed, notice } = newEpoch(report, { directory, out, officer }, random)
    const seq = 2
    const at = { id: report.id, epoch: 2, seq }
    const said = { reason: 'y'.repeat(60_000) }
    const words = sealWords(sealed.contentKey, at, said, random)
    const body = bind(sealed.content, sealed.contentKey, sealed.actionKey, notice.box, words)
    const act = { id: report.id, epoch: 1, seq, action: 'begin_epoch', body }
    const epoch = {
      id: toBase64url(report.id),
      seq,
      sealed: epochToJson(sealed),
      notice: {
        by: notice.by,
        box: toBase64url(notice.box),
        signature: toBase64url(notice.signature),
      },
      words: toBase64url(words),
      signature: toBase64url(signAct(report.keys, act)),
    }
    expect(await post('integridad', 'denuncias/acto', epoch)).toBe(413)
    expect(await post('custodia', 'denuncias/epoca', epoch)).toBe(403)
    const tooLarge = { ...epoch, more: 'z'.repeat(1_000_000) }
    expect(await post('integridad', 'denuncias/epoca', tooLarge)).toBe(413)
    expect(await post('integridad', 'denuncias/epoca', epoch)).toBe(204)
    expect((await openAs(test, office, officer, report.id))?.epoch).toBe(2)
  })
})
