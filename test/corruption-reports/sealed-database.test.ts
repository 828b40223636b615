import { randomBytes, randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import pg from 'pg'
import { getEpoch } from '../../src/corruption-reports/epoch-store.ts'
import { insertMessage, listMessages } from '../../src/corruption-reports/message-store.ts'
import { insertMemberKey, listMemberKeys } from '../../src/corruption-reports/member-key-store.ts'
import {
  findReportByAuth,
  insertReport,
  listReports,
} from '../../src/corruption-reports/report-store.ts'
import {
  openSealed,
  SEALED_MIGRATIONS,
  type OpenSealed,
} from '../../src/corruption-reports/sealed-database.ts'
import { inSealedTransaction } from '../../src/corruption-reports/sealed-store.ts'
import { listSlotsOfReader } from '../../src/corruption-reports/slot-store.ts'
import { takeSlot } from '../../src/corruption-reports/taken-slot-store.ts'
import {
  claimUpload,
  findUploadPart,
  insertUpload,
  insertUploadPart,
} from '../../src/corruption-reports/upload-store.ts'
import { migrateFiles, NewerSchema } from '../../src/platform/database/migrate.ts'
import { openEmptyDatabase, openTestSystem, type TestSystem } from '../support/test-system.ts'
import { ADMINISTRATION, fileSample, openPart } from './sealed-sample.ts'

let house: TestSystem
let sealed: OpenSealed
beforeAll(async () => {
  house = await openTestSystem()
  sealed = openPart(house)
})
afterAll(() => house.close())

const tablesOf = async () => {
  const { rows } = await sql<{ name: string; forced: boolean; policies: number }>`
    select relname as name, relrowsecurity and relforcerowsecurity as forced,
      (select count(*) from pg_policy where polrelid = c.oid) as policies
    from pg_class c where relnamespace = 'sealed'::regnamespace and relkind = 'r'
      and relname not like 'kysely%'`.execute(sealed.db)
  return rows
}

describe('The database of sealed reports', () => {
  it("the book's own login cannot read a sealed table", async () => {
    await fileSample(sealed)
    for (const { name } of await tablesOf()) {
      await expect(
        sql`select 1 from sealed.${sql.ref(name)}`.execute(house.system.db),
      ).rejects.toThrow('permission denied')
    }
  })

  it('is worked on by a login that cannot read the book', async () => {
    await expect(sql`select 1 from public.cases`.execute(sealed.db)).rejects.toThrow(
      'permission denied',
    )
  })

  it('has row-level security forced on every table', async () => {
    const tables = await tablesOf()
    expect(tables.length).toBeGreaterThan(15)
    expect(tables.filter(({ forced, policies }) => !forced || policies !== 1)).toEqual([])
  })

  it('shows nothing to a query that does not say for which administration it asks', async () => {
    await fileSample(sealed)
    const { rows } = await sql`select 1 from reports`.execute(sealed.db)
    expect(rows).toEqual([])
    const seen = await inSealedTransaction(sealed, ADMINISTRATION, (tx) =>
      sql`select 1 from reports`.execute(tx.rows),
    )
    expect(seen.rows.length).toBeGreaterThan(0)
  })

  it('shows one administration nothing of another, whatever the query asks', async () => {
    const report = await fileSample(sealed)
    const other = await inSealedTransaction(sealed, randomUUID(), async (tx) => [
      ...(await listReports(tx)),
      ...(await sql`select 1 from reports where report_id = ${report.reportId}`.execute(tx.rows))
        .rows,
    ])
    expect(other).toEqual([])
  })

  it('takes nothing for an administration other than the one that was said', async () => {
    await expect(
      inSealedTransaction(sealed, ADMINISTRATION, (tx) =>
        sql`insert into taken_slots values (${randomUUID()}, 1)`.execute(tx.rows),
      ),
    ).rejects.toThrow('row-level security')
  })

  it('stores a hundred filings that come at once, each with a key of its own', async () => {
    const administrationId = randomUUID()
    await Promise.all(Array.from({ length: 100 }, () => fileSample(sealed, { administrationId })))
    const reports = await inSealedTransaction(sealed, administrationId, (tx) => listReports(tx))
    expect(reports).toHaveLength(100)
    expect(new Set(reports.map(({ shredSlot }) => shredSlot)).size).toBe(100)
  })

  it('takes a filing once, however often its receipt comes', async () => {
    const authHash = randomBytes(32)
    const report = await fileSample(sealed, { authHash })
    await inSealedTransaction(sealed, ADMINISTRATION, async (tx) => {
      const again = await insertReport(tx, {
        reportId: randomBytes(16),
        authHash,
        shredSlot: await takeSlot(tx),
        receivedOn: '2026-03-02',
        channel: 'web',
        state: 'received',
        self: randomBytes(10),
        identity: randomBytes(10),
      })
      expect(again).toBe(false)
      expect((await findReportByAuth(tx, authHash))?.reportId).toEqual(report.reportId)
    })
  })

  it('gives back what was stored, and holds it only in the box of the shred key', async () => {
    const content = Buffer.from('what the browser sealed'.repeat(20))
    const report = await fileSample(sealed, { content })
    await inSealedTransaction(sealed, ADMINISTRATION, async (tx) => {
      expect((await getEpoch(tx, report, 1)).content).toEqual(content)
      const { rows } = await sql<{ content: Buffer }>`
        select content from report_epochs where report_id = ${report.reportId}`.execute(tx.rows)
      expect(rows[0]?.content.includes('what the browser sealed')).toBe(false)
      expect(rows[0]?.content.length).toBe(content.length + 24 + 16)
      const slots = await listSlotsOfReader(tx, 'm1')
      expect(slots.some(({ reportId }) => report.reportId.toString() === reportId.toString())).toBe(
        true,
      )
    })
  })

  it('takes one message of each number', async () => {
    const report = await fileSample(sealed)
    const message = {
      seq: 1,
      epoch: 1,
      direction: 'from_reporter' as const,
      blob: Buffer.from('first'),
      day: '2026-03-03',
      byAccount: null,
      signature: null,
    }
    await inSealedTransaction(sealed, ADMINISTRATION, async (tx) => {
      expect(await insertMessage(tx, report, message)).toBe(true)
      expect(await insertMessage(tx, report, { ...message, blob: Buffer.from('late') })).toBe(false)
      expect(await listMessages(tx, report)).toMatchObject([{ blob: Buffer.from('first') }])
    })
  })

  it('gives a file to the report that knows its secret, once and only when it is whole', async () => {
    const report = await fileSample(sealed)
    const uploadId = randomBytes(16)
    const claimHash = randomBytes(32)
    await inSealedTransaction(sealed, ADMINISTRATION, async (tx) => {
      const shredSlot = await takeSlot(tx)
      const upload = { uploadId, shredSlot }
      const claim = { uploadId, claimHash, reportId: report.reportId }
      await insertUpload(tx, {
        ...upload,
        claimHash,
        reportId: null,
        bytes: 8,
        parts: 2,
        begunOn: '2026-03-02',
      })
      await insertUploadPart(tx, upload, 0, Buffer.from('half'))
      expect(await claimUpload(tx, claim)).toBe(false)
      await insertUploadPart(tx, upload, 1, Buffer.from('more'))
      await insertUploadPart(tx, upload, 1, Buffer.from('evil'))
      expect(await claimUpload(tx, { ...claim, claimHash: randomBytes(32) })).toBe(false)
      expect(await claimUpload(tx, claim)).toBe(true)
      expect(await claimUpload(tx, claim)).toBe(false)
      expect(await findUploadPart(tx, upload, 1)).toEqual(Buffer.from('more'))
    })
  })

  it('keeps the keys of members in a box of which the database has no key', async () => {
    const seed = Buffer.from('the box of six words')
    const accountId = randomUUID()
    const key = { memberId: 'm9', accountId, role: 'integrity_officer', seed, madeOn: '2026-03-02' }
    await inSealedTransaction(sealed, ADMINISTRATION, async (tx) => {
      expect(await insertMemberKey(tx, key)).toBe(true)
      expect(await insertMemberKey(tx, { ...key, seed: Buffer.from('another') })).toBe(false)
      expect(await listMemberKeys(tx, accountId)).toEqual([key])
      const { rows } = await sql<{ seed: Buffer }>`select seed from member_keys`.execute(tx.rows)
      expect(rows[0]?.seed.includes('six words')).toBe(false)
    })
  })
})

describe('A filing', () => {
  it('leaves no time on any file of the data folder', async () => {
    const times = () => {
      const { mtimeMs, ctimeMs, atimeMs, size } = statSync(sealed.ring.path)
      return { mtimeMs, ctimeMs, atimeMs, size }
    }
    const before = times()
    await fileSample(sealed)
    expect(times()).toEqual(before)
  })
})

describe('The sealed part', () => {
  it('stays closed when it is given the login of the book, and the book works', async () => {
    const { config, databaseUrl, secrets, log } = house.system
    const given = await openSealed({
      config: { ...config, sealedDatabaseUrl: databaseUrl },
      database: { url: databaseUrl, adminUrl: databaseUrl },
      secrets,
      log,
      migrate: true,
      now: house.system.clock(),
    })
    expect(given).toMatchObject({ open: false, reason: 'same_login' })
    await sql`select 1`.execute(house.system.db)
  })

  it('stays closed when the login of the book may not make others', async () => {
    const empty = await openEmptyDatabase()
    const { config, secrets, log } = house.system
    const closed = await openSealed({
      config: { ...config, sealedDatabaseUrl: null },
      database: { url: empty.url, adminUrl: empty.url },
      secrets,
      log,
      migrate: true,
      now: house.system.clock(),
    })
    expect(closed).toMatchObject({ open: false, reason: 'may_not_make_logins' })
    await empty.drop()
  })

  it('leaves a schema alone that belongs to another login', async () => {
    const other = await openTestSystem({ env: { SEALED_DATABASE_URL: '' } })
    expect(other.system.sealed).toMatchObject({ open: false, reason: 'schema_of_another' })
    await other.close()
  })

  it('stays closed when its database does not answer', async () => {
    const url = new URL(sealed.databaseUrl)
    url.password = 'wrong'
    const other = await openTestSystem({ env: { SEALED_DATABASE_URL: url.href } })
    expect(other.system.sealed).toMatchObject({ open: false, reason: 'not_reachable' })
    await other.close()
  })

  it('is refused when its schema was made by a newer version', async () => {
    const other = await openTestSystem()
    const client = new pg.Client({ connectionString: openPart(other).databaseUrl })
    await client.connect()
    await client.query(
      `insert into sealed.kysely_migration values ('209901010000__sealed__fly', '')`,
    )
    await client.end()
    await expect(migrateFiles(openPart(other).db, SEALED_MIGRATIONS)).rejects.toThrow(NewerSchema)
    await other.close()
  })
})
