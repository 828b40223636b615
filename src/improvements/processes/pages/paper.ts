import { accountNames } from '../../../people/index.ts'
import { localDate } from '../../../platform/dates.ts'
import { formatDate } from '../../../platform/i18n/index.ts'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { drawProcess } from '../read-process-paper.ts'
import { versionAsked } from './process.ts'
import { enterProcess } from './room.ts'

/** The process as the office files it. */
export function serveProcessPaper(system: System): Page {
  return async (request, response) => {
    const room = await enterProcess(system, request, response)
    const version = versionAsked(room, request.params['version'])
    const ids = version.validations.map(({ accountId }) => accountId)
    const bytes = await drawProcess(version, {
      names: await accountNames(system.db, ids),
      t: room.t,
      lang: room.lang,
      service: room.serviceName,
      place: room.placeName,
      author: room.book.administration.name,
      writtenOn: formatDate(
        localDate(version.writtenAt, room.book.administration.timeZone),
        room.lang,
      ),
    })
    const name = `proceso-v${version.version}.pdf`
    response.attachment(name).type('application/pdf')
    response.set('Cache-Control', 'private, no-store').send(bytes)
  }
}
