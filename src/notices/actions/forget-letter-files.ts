import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../../config.ts'
import { openDataFolder } from '../../platform/data-folder.ts'
import { letterFileName } from '../../platform/mail/index.ts'
import type { System } from '../../system.ts'
import { messageIdOf } from '../message-id.ts'
import type { Stretch } from '../../platform/database/stretch.ts'
import { deleteSettledNotices, listNoticesOfAnyCase } from '../retention-store.ts'

type Ground = Pick<System, 'db' | 'config'>

/** Letters that a trial without a mail server wrote to files, of cases that `areErased` names: their files go. */
export async function forgetLetterFiles(
  { db, config }: Ground,
  areErased: (administrationId: string, caseIds: readonly string[]) => Promise<readonly string[]>,
): Promise<void> {
  const folder = openDataFolder(config.dataDir, 'mail')
  const files = new Set(await readdir(folder))
  if (files.size === 0) return
  const kept = (await listNoticesOfAnyCase(db)).filter(({ noticeId }) =>
    files.has(fileOf(noticeId, config)),
  )
  for (const administrationId of new Set(kept.map((notice) => notice.administrationId))) {
    const own = kept.filter((notice) => notice.administrationId === administrationId)
    const caseIds = [...new Set(own.map(({ caseId }) => caseId))]
    const erased = new Set(await areErased(administrationId, caseIds))
    const gone = own.filter(({ caseId }) => erased.has(caseId))
    await dropFiles(
      config,
      gone.map(({ noticeId }) => noticeId),
    )
  }
}

/** Letters settled so long ago go, with the files that they were written to. Returns how many went. */
export async function forgetLetters(
  { db, config }: Ground,
  administrationId: string,
  stretch: Stretch & { limit: number },
): Promise<number> {
  const gone = await deleteSettledNotices(db, administrationId, stretch)
  await dropFiles(config, gone)
  return gone.length
}

const fileOf = (noticeId: string, config: Config) => letterFileName(messageIdOf(noticeId, config))

async function dropFiles(config: Config, noticeIds: readonly string[]): Promise<void> {
  // with a mail server no letter was ever written to a file
  if (config.smtpUrl !== null) return
  const folder = openDataFolder(config.dataDir, 'mail')
  for (const noticeId of noticeIds)
    await rm(join(folder, fileOf(noticeId, config)), { force: true })
}
