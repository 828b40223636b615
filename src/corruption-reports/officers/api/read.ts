import { z } from 'zod'
import { accountNames } from '../../../people/index.ts'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { listOwnPlaces, readReports } from '../actions/read-reports.ts'
import { readFilePart } from '../actions/read-file-part.ts'
import { answer } from './answer.ts'
import { partInput, readInput } from './inputs.ts'
import { reportAnswer } from './report-answer.ts'

/** Where the reader's own keys may open something; nothing else is said of any report. */
export function ownPlaces(system: System): Page {
  return answer(system, z.object({}), async ({ office, accountId }) => {
    const { directory, keys, places } = await listOwnPlaces(system, office, accountId)
    return {
      account: accountId,
      administration: office.administrationId,
      day: office.day,
      directory: directory.map((entry) => JSON.parse(entry) as unknown),
      keys: keys.map(({ memberId, seed }) => ({
        member: memberId,
        seed: Buffer.from(seed).toString('base64url'),
      })),
      places: places.map(({ reportId, epoch, memberId, blob }) => ({
        id: Buffer.from(reportId).toString('base64url'),
        epoch,
        member: memberId,
        box: Buffer.from(blob).toString('base64url'),
      })),
    }
  })
}

export function readAsked(system: System): Page {
  return answer(system, readInput, async ({ office, accountId, input, response }) => {
    const read = await readReports(system, office, accountId, input.reports)
    const actors = read.flatMap(({ course, messages }) =>
      [...course.events, ...messages].map(({ byAccount }) => byAccount),
    )
    const names = await accountNames(system.db, actors)
    const { t, lang } = response.locals
    return { reports: read.map((report) => reportAnswer(report, office, { t, lang, names })) }
  })
}

export function readPart(system: System): Page {
  return answer(system, partInput, ({ office, accountId, input }) =>
    readFilePart(system, office, accountId, input),
  )
}
