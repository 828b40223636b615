import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getAdministrationBySlug } from '../../../src/administrations/index.ts'
import { findCase } from '../../../src/cases/index.ts'
import { takeMessage } from '../../../src/channels/index.ts'
import { listMail } from '../../../src/channels/mailbox/mail-store.ts'
import type { MailState } from '../../../src/channels/mailbox/mail-table.ts'
import { listFailedNotices, listNoticesOfCase } from '../../../src/notices/index.ts'
import { openDeskHouse, type DeskHouse } from '../../cases/working/desk-house.ts'
import { bounce, message, withFiles } from './messages.ts'

const NOW = new Date('2026-03-02T16:00:00Z')
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let house: DeskHouse
let administrationId: string
beforeAll(async () => {
  house = await openDeskHouse()
  house.test.clockAt(NOW)
  administrationId = (await getAdministrationBySlug(house.test.system.db, 'demo')).administrationId
}, 60_000)
afterAll(() => house.close())

const take = (raw: Buffer, receivedAt = NOW) =>
  takeMessage(house.test.system, { raw, receivedAt, slug: null }, NOW)
const list = (state: MailState = 'waiting') =>
  listMail(house.test.system.db, administrationId, state, 100)
const bySubject = async (subject: string, state: MailState = 'waiting') =>
  (await list(state)).filter((mail) => mail.subject === subject)

describe('A message', () => {
  it('waits for the counter, with who wrote it and when our server had it', async () => {
    const receivedAt = new Date('2026-03-01T03:04:05Z')
    await take(message({ Subject: '=?utf-8?Q?Sin_agua_en_la_calle_Pe=C3=B1a?=' }), receivedAt)
    expect(await bySubject('Sin agua en la calle Peña')).toMatchObject([
      {
        senderName: 'Ana Robles',
        senderAddress: 'ana@correo.example',
        text: 'Desde ayer no hay agua en mi calle.',
        receivedAt,
        sort: 'person',
      },
    ])
  })

  it('is kept once, also when its two copies come at the same time', async () => {
    const raw = message({ Subject: 'Dos veces', 'Message-ID': '<dos@correo.example>' })
    const later = Buffer.concat([Buffer.from('Received: by mx2.example; today\r\n'), raw])
    await Promise.all([take(raw), take(raw), take(later)])
    await take(raw)
    expect(await bySubject('Dos veces')).toHaveLength(1)
  })

  it('is told by its contents when it has no id, and when its program gives all the same', async () => {
    const without = { Subject: 'Sin número', 'Message-ID': '' }
    await take(message(without, 'Uno'))
    await take(message(without, 'Uno'))
    await take(message(without, 'Dos'))
    expect(await bySubject('Sin número')).toHaveLength(2)
    await take(message({ Subject: 'Mismo número' }, 'Uno'))
    await take(message({ Subject: 'Mismo número' }, 'Dos'))
    expect(await bySubject('Mismo número')).toHaveLength(2)
  })

  it('in HTML is read as text, without what a browser would act on', async () => {
    const html =
      '<style>p{}</style><p>Hola &amp; <b>gracias</b><script>alert(1)</script></p>Adi&oacute;s<br>Ana'
    await take(message({ Subject: 'HTML', 'Content-Type': 'text/html; charset=utf-8' }, html))
    const [mail] = await bySubject('HTML')
    expect(mail?.text).toContain('Hola & gracias')
    expect(mail?.text).toContain('Adiós')
    expect(mail?.text).not.toMatch(/alert|<|p\{/)
  })

  it('that breaks the reader is kept as it came', async () => {
    const boundaries = Array.from({ length: 400 }, (_, depth) => [
      `Content-Type: multipart/mixed; boundary="b${depth}"`,
      '',
      `--b${depth}`,
    ]).flat()
    await take(Buffer.from(['Subject: Muy hondo', ...boundaries, '', 'hola\u0000'].join('\r\n')))
    expect((await list()).some(({ text }) => text.includes('Muy hondo'))).toBe(true)
  })

  it('brings its files through the checks of every file; what is refused is named', async () => {
    const big = Buffer.alloc(21 * 1024 * 1024, 1)
    await take(
      withFiles(
        [
          { name: 'calle.png', type: 'image/png', content: PNG },
          {
            name: 'factura.exe',
            type: 'application/pdf',
            content: Buffer.from('MZ\u0090\u0000\u0003'),
          },
          { name: 'video.pdf', type: 'application/pdf', content: big },
        ],
        { Subject: 'Con archivos', 'Message-ID': '<archivos@correo.example>' },
      ),
    )
    const [mail] = await bySubject('Con archivos')
    expect(mail?.files).toMatchObject([
      { name: 'calle.png', problem: null },
      { name: 'factura.exe', problem: 'attachment_type' },
      { name: 'video.pdf', problem: 'attachment_too_big' },
    ])
  })

  it('that names a case of the book is offered for it', async () => {
    const { caseNumber } = await house.file()
    await take(message({ Subject: `Re: Su caso ${caseNumber}` }, 'Aquí está el recibo'))
    await take(message({ Subject: 'Re: Su caso DEMO-2026-999999' }, 'No existe'))
    const waiting = await list()
    expect(waiting.find(({ subject }) => subject.includes(caseNumber))?.answersCase).toBe(
      caseNumber,
    )
    expect(waiting.find(({ text }) => text === 'No existe')?.answersCase).toBeNull()
  })
})

describe('A robot', () => {
  it.each([
    [{ 'Auto-Submitted': 'auto-replied' }],
    [{ Precedence: 'bulk' }],
    [{ 'X-Autoreply': 'yes' }],
    [{ 'Return-Path': '<>' }],
    [{ From: 'libro-abierto@localhost' }],
    [{ From: 'No Reply <no-reply@tienda.example>' }],
  ])('with %j is set aside', async (headers: Record<string, string>) => {
    const before = (await list()).length
    const subject = `Fuera de la oficina ${JSON.stringify(headers).length}`
    await take(message({ Subject: subject, ...headers }))
    expect((await list()).length).toBe(before)
    expect(await bySubject(subject, 'aside')).toHaveLength(1)
  })

  it('that says "Auto-Submitted: no" is a person', async () => {
    await take(message({ Subject: 'Soy persona', 'Auto-Submitted': 'no' }))
    expect(await bySubject('Soy persona')).toHaveLength(1)
  })
})

describe('A letter that comes back', () => {
  it('is shown to staff as not arrived, once, and makes no draft', async () => {
    const { caseNumber } = await house.file()
    await house.letters()
    const { db } = house.test.system
    const item = await findCase(db, { administrationId, caseNumber })
    const [sent] = item ? await listNoticesOfCase(db, administrationId, item.caseId) : []
    expect(sent?.state).toBe('sent')
    const before = (await list()).length
    const id = `<${sent?.noticeId}@libro.test>`
    await take(bounce(id, 'delayed'))
    expect(await listFailedNotices(db, administrationId)).toEqual([])
    await take(bounce(id))
    await take(bounce(id))
    const failed = await listFailedNotices(db, administrationId)
    expect(failed).toMatchObject([
      { noticeId: sent?.noticeId, state: 'failed', failure: 'bounced' },
    ])
    expect((await list()).length).toBe(before)
  })
})

describe('The pipe of the mail server', () => {
  async function pipe(raw: Buffer, env: Record<string, string>, ...words: string[]) {
    const { config } = house.test.system
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'scripts/libro.ts', 'receive-mail', ...words],
      {
        env: {
          PATH: process.env['PATH'] ?? '',
          DATA_DIR: config.dataDir,
          DATABASE_URL: config.databaseUrl ?? '',
          SEALED_DATABASE_URL: config.sealedDatabaseUrl ?? '',
          ...env,
        },
        stdio: ['pipe', 'ignore', 'pipe'],
      },
    )
    let said = ''
    child.stderr.on('data', (part: Buffer) => (said += part.toString()))
    child.stdin.on('error', () => undefined)
    child.stdin.end(raw)
    const [code] = (await once(child, 'close')) as [number]
    return { code, said }
  }

  it('hands over a message and is told that it is kept', async () => {
    const raw = message({ Subject: 'Por el tubo', 'Message-ID': '<tubo@correo.example>' })
    expect(await pipe(raw, {}, '--administration', 'demo')).toMatchObject({ code: 0 })
    expect(await bySubject('Por el tubo')).toHaveLength(1)
  }, 180_000)

  it('is told to try again while the database is away, and when it was called wrongly', async () => {
    const raw = message({ Subject: 'Más tarde' })
    const [away, wrong] = await Promise.all([
      pipe(raw, { DATABASE_URL: 'postgres://nadie@127.0.0.1:1/nada' }),
      pipe(raw, {}, '--administracion', 'demo'),
    ])
    expect([away.code, wrong.code]).toEqual([75, 75])
    expect(away.said).not.toContain('ana@correo.example')
  }, 180_000)
})
