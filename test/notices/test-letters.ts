import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { caseReceived } from '../../src/cases/emails/case-received.ts'
import { answerDelivered } from '../../src/cases/emails/answer-delivered.ts'
import {
  listNoticesOfCase,
  queueNotice,
  registerEmail,
  registerRecipientResolver,
  type NoticeToQueue,
} from '../../src/notices/index.ts'
import { inTransaction } from '../../src/platform/database/connection.ts'
import { translator } from '../../src/platform/i18n/index.ts'
import type { System } from '../../src/system.ts'

/** Addresses by case, as a feature would find them; a test takes them away or changes them. */
export const addresses = new Map<string, string>()

/** What the features that own people, cases and administrations say at start. */
export function registerTestLetters(): void {
  registerRecipientResolver('person', async (_system, { caseId }) => {
    const address = addresses.get(caseId ?? '')
    return address === undefined ? null : { address }
  })
  registerEmail(caseReceived, async (_system, notice) => ({
    ...caseReceived.sample(translator(notice.language)),
    dueExplanation: 'Porque mañana <b>no</b> es hábil & pasado tampoco',
  }))
  registerEmail(answerDelivered, async (_system, notice) =>
    notice.details.withdrawn === true ? null : answerDelivered.sample(translator(notice.language)),
  )
}

export async function insertAdministration(system: System): Promise<string> {
  const id = randomUUID()
  await sql`insert into administrations
      (administration_id, slug, name, book_code, regime_code, calendar_code, time_zone, languages, contact)
    values (${id}, 'nandu', 'Municipio de Ñandú, "Región" 1', 'NANDU', 'neutral', 'mx',
      'America/Mexico_City', '{es,en}', '{"email": "consultas@nandu.example"}')`.execute(system.db)
  return id
}

export interface QueuedLetter {
  caseId: string
  address: string
}

/** Queues a letter to a person of a case of their own, with the address ana…@demo.example. */
export async function queueLetter(
  system: System,
  administrationId: string,
  more: Partial<NoticeToQueue> = {},
): Promise<QueuedLetter> {
  const caseId = randomUUID()
  const address = `ana-${caseId.slice(0, 8)}@demo.example`
  addresses.set(caseId, address)
  const notice: NoticeToQueue = {
    administrationId,
    caseId,
    template: 'case_received',
    to: { recipient: 'person' },
    language: 'es',
    ...more,
  }
  await inTransaction(system.db, (tx) => queueNotice(tx, system.jobs, notice, system.clock()))
  return { caseId, address }
}

/** The only notice of a case. */
export async function noticeOf(system: System, administrationId: string, caseId: string | null) {
  const [notice] = await listNoticesOfCase(system.db, administrationId, caseId ?? '')
  if (!notice) throw new Error('no notice')
  return notice
}
