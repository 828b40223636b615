import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import {
  claimAttachments,
  listAttachments,
  listDraftAttachments,
  openAttachment,
  receiveAttachment,
  removeDraftAttachment,
  type Attachment,
} from '../../src/attachments/index.ts'
import { clearUnclaimed } from '../../src/attachments/actions/clear-unclaimed.ts'
import { scanWaiting } from '../../src/attachments/actions/scan-waiting.ts'
import { inTransaction } from '../../src/platform/database/connection.ts'
import type { System } from '../../src/system.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'
import { openBook, openCase } from './book.ts'
import { buildPdf, buildPhoto } from './sample-files.ts'
import { startScanner, VIRUS, type Scanner } from './scanner.ts'

const EARLIER = new Date('2026-03-02T17:59:00Z')
const NOON = new Date('2026-03-02T18:00:00Z')
const NEXT_DAY = new Date('2026-03-03T18:00:00Z')

let house: TestSystem
let system: System
let administrationId: string
let scanner: Scanner | undefined

beforeAll(async () => {
  house = await openTestSystem()
  system = house.system
  administrationId = await openBook(system.db)
})

afterAll(() => house.close())

afterEach(async () => {
  await scanner?.close()
  scanner = undefined
})

async function send(
  content: Buffer | string,
  name: string,
  options: { draftId?: string; clamdUrl?: string } = {},
) {
  const path = join(system.config.dataDir, `sent-${randomUUID()}`)
  await writeFile(path, content)
  const { draftId, clamdUrl = null } = options
  const sent = { administrationId, name, path, ...(draftId ? { draftId } : {}) }
  const received = await receiveAttachment(withScanner(clamdUrl), sent, NOON)
  await expect(stat(path)).rejects.toThrow('ENOENT')
  return received
}

async function keep(...args: Parameters<typeof send>): Promise<Attachment> {
  const { attachment, problem } = await send(...args)
  if (!attachment) throw new Error(problem)
  return attachment
}

function withScanner(clamdUrl: string | null): System {
  return { ...system, config: { ...system.config, clamdUrl } }
}

function claim(
  ids: readonly string[],
  caseId: string,
  more: { draftId?: string; now?: Date } = {},
) {
  return inTransaction(system.db, (tx) =>
    claimAttachments(tx, { administrationId, ids, caseId, now: NOON, ...more }),
  )
}

function pathOf({ storageName }: Attachment): string {
  return join(system.config.dataDir, 'attachments', storageName.slice(0, 2), storageName)
}

const workingFiles = () => readdir(join(system.config.dataDir, 'tmp', 'attachments'))

describe('A file that is received', () => {
  it('is kept under a random name that only we may read', async () => {
    const attachment = await keep('Hola', 'año.txt')
    expect(attachment).toMatchObject({ name: 'año.txt', mediaType: 'text/plain', bytes: 4 })
    expect(attachment.storageName).toMatch(/^[0-9a-f]{32}$/)
    expect((await stat(pathOf(attachment))).mode & 0o777).toBe(0o600)
    expect(await readFile(pathOf(attachment), 'utf8')).toBe('Hola')
    expect(attachment.sha256).toBe(createHash('sha256').update('Hola').digest('hex'))
    expect(attachment.commitment).not.toBe(attachment.sha256)
  })

  it('is the cleaned one when it is a photograph', async () => {
    const photo = await buildPhoto()
    const attachment = await keep(photo, 'foto.png')
    expect(attachment).toMatchObject({ name: 'foto.jpg', image: { width: 32, height: 64 } })
    const kept = await readFile(pathOf(attachment))
    expect(kept.length).toBe(attachment.bytes)
    expect(kept.includes('Telefono')).toBe(false)
  })

  it('and refused leaves nothing behind', async () => {
    const before = await sql<{ files: number }>`select count(*) as files from attachments`.execute(
      system.db,
    )
    expect(await send('alert(1)', 'nota.js')).toEqual({
      attachment: null,
      problem: 'attachment_type',
    })
    const after = await sql<{ files: number }>`select count(*) as files from attachments`.execute(
      system.db,
    )
    expect(after.rows).toEqual(before.rows)
    expect(await workingFiles()).toEqual([])
  })

  it('is the sixth of its draft and refused', async () => {
    const draftId = randomUUID()
    for (let n = 1; n <= 5; n++) await keep(`Nota ${n}`, `${n}.txt`, { draftId })
    expect(await send('Nota 6', '6.txt', { draftId })).toMatchObject({
      problem: 'attachment_too_many',
    })
  })

  it('waits for better days when strangers filled the room for unclaimed files', async () => {
    const flood = await openBook(system.db, 'inundada')
    await sql`
      insert into attachments (administration_id, attachment_id, uploaded_at, original_name,
        media_type, byte_size, sha256, salt, commitment, storage_name, scan_state)
      select ${flood}, gen_random_uuid(), ${NOON}, 'a.txt', 'text/plain', 2000000000,
        decode(repeat('00', 32), 'hex'), '', '', md5(n::text), 'not_configured'
      from generate_series(1, 6) n
    `.execute(system.db)
    await expect(send('Hola', 'nota.txt')).rejects.toMatchObject({ status: 429 })
    await sql`delete from attachments where administration_id = ${flood}`.execute(system.db)
  })
})

describe('A file whose request broke off', () => {
  it('is refused as broken when it was cleared away before it could be looked at', async () => {
    const sent = { administrationId, name: 'foto.jpg', path: join(system.config.dataDir, 'gone') }
    const received = await receiveAttachment(system, sent, NOON)
    expect(received).toEqual({ attachment: null, problem: 'attachment_broken' })
  })
})

describe('The virus scanner', () => {
  it('sees the file as it will be kept', async () => {
    scanner = await startScanner()
    const attachment = await keep('Hola', 'nota.txt', { clamdUrl: scanner.url })
    expect(attachment.scanState).toBe('clean')
    expect(scanner.received.map(String)).toEqual(['Hola'])
  })

  it('has an infected file refused', async () => {
    scanner = await startScanner()
    expect(await send(VIRUS, 'nota.txt', { clamdUrl: scanner.url })).toMatchObject({
      problem: 'attachment_infected',
    })
  })

  it('keeps files closed while it is away, and opens the clean ones when it is back', async () => {
    const away = { clamdUrl: 'tcp://127.0.0.1:1' }
    const caseId = await openCase(system.db, administrationId)
    const good = await keep('Hola', 'nota.txt', away)
    const bad = await keep(`Hola ${VIRUS}`, 'mala.txt', away)
    expect(good.scanState).toBe('waiting')
    await claim([good.attachmentId, bad.attachmentId], caseId)
    const which = { administrationId, caseId, attachmentId: good.attachmentId }
    await expect(openAttachment(system, which)).rejects.toMatchObject({
      status: 409,
      code: 'attachment_waiting',
    })

    await scanWaiting(withScanner('tcp://127.0.0.1:1'), NOON)
    await expect(openAttachment(system, which)).rejects.toMatchObject({ status: 409 })
    scanner = await startScanner()
    await scanWaiting(withScanner(scanner.url), NEXT_DAY)

    const opened = await openAttachment(system, which)
    expect(await text(await opened.read())).toBe('Hola')
    await expect(
      openAttachment(system, { ...which, attachmentId: bad.attachmentId }),
    ).rejects.toMatchObject({ code: 'attachment_infected' })
    const states = (await listAttachments(system.db, which)).map((file) => file.scanState)
    expect(states.sort()).toEqual(['clean', 'infected'])
  })
})

describe('A filing', () => {
  it('claims its files in its own order, once', async () => {
    const caseId = await openCase(system.db, administrationId)
    const first = await keep('Uno', '1.txt')
    const second = await keep(buildPdf(), '2.pdf')
    const claimed = await claim([second.attachmentId, first.attachmentId], caseId)
    expect(claimed.map(({ name }) => name)).toEqual(['2.pdf', '1.txt'])
    expect(claimed.every((file) => file.caseId === caseId)).toBe(true)
    expect(await listAttachments(system.db, { administrationId, caseId })).toHaveLength(2)

    const other = await openCase(system.db, administrationId)
    await expect(claim([first.attachmentId], other)).rejects.toMatchObject({
      problems: [{ field: '/attachments', code: 'attachment_unknown' }],
    })
  })

  it('claims none when one of them is unknown', async () => {
    const caseId = await openCase(system.db, administrationId)
    const { attachmentId } = await keep('Uno', '1.txt')
    await expect(claim([attachmentId, randomUUID()], caseId)).rejects.toThrow('Invalid')
    expect(await listAttachments(system.db, { administrationId, caseId })).toEqual([])
    expect(await claim([attachmentId], caseId)).toHaveLength(1)
  })

  it.each([[['nonsense']], [["1' or '1'='1"]], [['']]])('does not choke on %j', async (ids) => {
    await expect(claim(ids, randomUUID())).rejects.toMatchObject({
      problems: [{ code: 'attachment_unknown' }],
    })
  })

  it('claims at most five files, and the same one named twice only once', async () => {
    const caseId = await openCase(system.db, administrationId)
    const six = Array.from({ length: 6 }, () => randomUUID())
    await expect(claim(six, caseId)).rejects.toMatchObject({
      problems: [{ code: 'attachment_too_many', values: { files: 5 } }],
    })
    const { attachmentId } = await keep('Uno', '1.txt')
    expect(await claim([attachmentId, attachmentId.toUpperCase()], caseId)).toHaveLength(1)
  })

  it('claims nothing of another administration, of another draft, or older than a day', async () => {
    const other = await openBook(system.db, 'otra')
    const otherCase = await openCase(system.db, other)
    const caseId = await openCase(system.db, administrationId)
    const { attachmentId } = await keep('Uno', '1.txt')
    const drafted = await keep('Dos', '2.txt', { draftId: randomUUID() })
    await expect(
      inTransaction(system.db, (tx) =>
        claimAttachments(tx, {
          administrationId: other,
          ids: [attachmentId],
          caseId: otherCase,
          now: NOON,
        }),
      ),
    ).rejects.toThrow('Invalid')
    await expect(claim([drafted.attachmentId], caseId)).rejects.toThrow('Invalid')
    await expect(claim([drafted.attachmentId], caseId, { draftId: randomUUID() })).rejects.toThrow(
      'Invalid',
    )
    await expect(claim([attachmentId], caseId, { now: NEXT_DAY })).rejects.toThrow('Invalid')
  })

  it('on the web sees its own files, takes one back, and claims the rest', async () => {
    const draftId = randomUUID()
    const caseId = await openCase(system.db, administrationId)
    const unwanted = await keep('Uno', '1.txt', { draftId })
    const wanted = await keep('Dos', '2.txt', { draftId })
    const which = { administrationId, draftId, attachmentId: unwanted.attachmentId }
    await removeDraftAttachment(system, { ...which, draftId: randomUUID() }, NOON)
    await removeDraftAttachment(system, { ...which, attachmentId: 'x' }, NOON)
    expect(await listDraftAttachments(system.db, which)).toHaveLength(2)

    await removeDraftAttachment(system, which, NOON)
    await removeDraftAttachment(system, which, NOON)

    expect(await listDraftAttachments(system.db, which)).toMatchObject([{ name: '2.txt' }])
    await expect(stat(pathOf(unwanted))).rejects.toThrow('ENOENT')
    expect(await claim([wanted.attachmentId], caseId, { draftId })).toHaveLength(1)
  })
})

describe('A file of a case', () => {
  it('is not found through another case or before it has one', async () => {
    const caseId = await openCase(system.db, administrationId)
    const { attachmentId } = await keep('Uno', '1.txt')
    const which = { administrationId, attachmentId, caseId }
    await expect(openAttachment(system, which)).rejects.toMatchObject({ status: 404 })
    await claim([attachmentId], caseId)
    await expect(openAttachment(system, { ...which, caseId: randomUUID() })).rejects.toMatchObject({
      status: 404,
    })
    expect((await openAttachment(system, which)).attachment.name).toBe('1.txt')
  })
})

describe('The daily clearing', () => {
  it('takes what nobody claimed in a day and leaves the rest', async () => {
    const caseId = await openCase(system.db, administrationId)
    const claimed = await keep('Uno', '1.txt')
    const forgotten = await keep('Dos', '2.txt')
    await claim([claimed.attachmentId], caseId)

    await clearUnclaimed(system, new Date(NEXT_DAY.getTime() - 1))
    await stat(pathOf(forgotten))
    await clearUnclaimed(system, NEXT_DAY)

    await expect(stat(pathOf(forgotten))).rejects.toThrow('ENOENT')
    await stat(pathOf(claimed))
    const { rows } =
      await sql`select 1 from attachments where attachment_id = ${forgotten.attachmentId}`.execute(
        system.db,
      )
    expect(rows).toEqual([])
  })

  it('survives a file that is gone already', async () => {
    const forgotten = await keep('Dos', '2.txt')
    await writeFile(pathOf(forgotten), '')
    await clearUnclaimed(system, NEXT_DAY)
    await clearUnclaimed(system, NEXT_DAY)
    await expect(stat(pathOf(forgotten))).rejects.toThrow('ENOENT')
  })

  it('takes what a sudden stop left half-way', async () => {
    const folder = join(system.config.dataDir, 'tmp', 'attachments')
    await writeFile(join(folder, 'old'), '')
    await writeFile(join(folder, 'new'), '')
    await utimes(join(folder, 'old'), EARLIER, EARLIER)
    await utimes(join(folder, 'new'), NEXT_DAY, NEXT_DAY)
    await clearUnclaimed(system, NEXT_DAY)
    expect(await workingFiles()).toEqual(['new'])
  })
})
