import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getAdministrationBySlug } from '../../../src/administrations/index.ts'
import { beginUpload } from '../../../src/corruption-reports/files/actions/take-upload.ts'
import { inSealedTransaction } from '../../../src/corruption-reports/sealed-store.ts'
import { deriveReceipt, readWords } from '../../../src/corruption-reports/sealing/index.ts'
import { spanishWords } from '../../../src/corruption-reports/sealing/spanish-words.ts'
import { listShortages } from '../../../src/corruption-reports/shortage-store.ts'
import { openFoundedBook } from '../../support/founded-book.ts'
import { startApp, type RunningApp } from '../../support/running-app.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { Visitor } from '../../support/visitor.ts'
import { enterAsMember } from '../members/enter-as-member.ts'
import { openPart } from '../sealed-sample.ts'

const ROOM = '/personal/demo/denuncias'
const TOO_MUCH = 2 * 1024 ** 2

let test: TestSystem
let app: RunningApp
let administrationId: string
let words: string

beforeAll(async () => {
  test = await openFoundedBook({ env: { SEALED_FILES_DAY_MB: '1' } })
  app = await startApp(test.system)
  ;({ administrationId } = await getAdministrationBySlug(test.system.db, 'demo'))
}, 120_000)
afterAll(async () => {
  await app.close()
  await test.close()
})

const known = () =>
  inSealedTransaction(openPart(test), administrationId, (tx) => listShortages(tx, '2026-01-01'))
const tooLarge = () => new File([randomBytes(TOO_MUCH)], 'contrato.pdf')

async function room(): Promise<Visitor> {
  const visitor = await enterAsMember(test, app, 'integridad@demo.example')
  await visitor.get(ROOM)
  expect(visitor.page.status).toBe(200)
  return visitor
}

describe('When the room for files runs out', () => {
  it('the officers are shown nothing before', async () => {
    expect((await room()).page.text).not.toContain('se agotó')
  })

  it('a form keeps its text, says what was left out, and the day is noted once', async () => {
    const visitor = new Visitor(app)
    await visitor.post('/demo/denuncia', { page: 'form' })
    const { heading, text, html } = await visitor.submit({
      narration: 'Con un contrato que no cabe',
      files: tooLarge(),
    })
    expect(heading).toBe('Su denuncia está guardada')
    expect(text).toContain('Un archivo no llegó')
    words = [...html.matchAll(/<li>(\S+)<\/li>/gu)].map(([, word]) => word).join(' ')
    expect(await known()).toEqual([{ day: '2026-03-02', lack: 'day' }])
  })

  it('so does a message, and a file without words leaves no empty one', async () => {
    const visitor = new Visitor(app)
    await visitor.get('/demo/denuncia/seguimiento')
    await visitor.submit({ words })
    await visitor.submit({ message: 'Lo mando otra vez', files: tooLarge() })
    expect(visitor.page.text).toContain('Lo mando otra vez')
    expect(visitor.page.text).toContain('Un archivo no se guardó')
    await visitor.submit({ message: '', files: tooLarge() })
    expect(visitor.page.html.match(/said__one--reporter/g)).toHaveLength(1)
  })

  it('a file that is announced is refused, and the refusal is noted though nothing else is', async () => {
    const read = readWords(words, [spanishWords])
    if (!('bits' in read)) throw new Error('The receipt has no words')
    const { auth } = deriveReceipt(read.bits, administrationId)
    const place = { sealed: openPart(test), administrationId, day: '2026-03-03' }
    const upload = { uploadId: randomBytes(16), claimHash: randomBytes(32), bytes: TOO_MUCH }
    for (const again of [upload, upload]) {
      await expect(beginUpload(place, auth, again)).rejects.toMatchObject({
        code: 'no_room_for_files',
      })
    }
    expect(await known()).toEqual([
      { day: '2026-03-03', lack: 'day' },
      { day: '2026-03-02', lack: 'day' },
    ])
  })

  it('the officers are shown the days, and that texts are still taken', async () => {
    test.clockAt('2026-03-03T16:00:00Z')
    const { text } = (await room()).page
    expect(text).toContain('se agotó: 2 de marzo de 2026 y 3 de marzo de 2026.')
    expect(text).toContain('Las denuncias escritas se siguieron recibiendo.')
  })
})
