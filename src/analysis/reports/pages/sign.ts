import { z } from 'zod'
import { accountNames } from '../../../people/index.ts'
import { WrongState } from '../../../platform/errors.ts'
import { line, readForm, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { publishReport, signReport } from '../actions/sign-report.ts'
import { drawFiles } from '../report-files.ts'
import { getFile } from '../report-file-store.ts'
import { revisionField } from './report-page.ts'
import { enterRoom, reportIdOf } from './room.ts'

export function sendSignature(system: System): Page {
  return async (request, response) => {
    const { deed, urls, today, book } = await enterRoom(system, response)
    const reportId = reportIdOf(request)
    const { values } = readForm(request, z.object({ revision: revisionField }))
    if (!values) throw new WrongState()
    const { timeZone } = book.administration
    const names = await accountNames(system.db, [deed.accountId])
    const signedBy = names.get(deed.accountId) ?? ''
    const signing = { reportId, revision: values.revision, year: Number(today.slice(0, 4)) }
    await signReport(system, deed, signing, (report, signature) =>
      drawFiles(report, { timeZone, signing: { ...signature, signedBy } }),
    )
    response.redirect(303, `${urls.report(reportId)}?hecho=signed`)
  }
}

export function sendPublication(system: System): Page {
  return async (request, response) => {
    const { deed, urls } = await enterRoom(system, response)
    const reportId = reportIdOf(request)
    const { values } = readForm(request, z.object({ to: line(10) }))
    if (!values) throw new WrongState()
    const isPublic = values.to === 'everybody'
    await publishReport(system, deed, { reportId, isPublic })
    response.redirect(
      303,
      `${urls.report(reportId)}?hecho=${isPublic ? 'published' : 'taken_back'}`,
    )
  }
}

/** Byte for byte what was signed. */
export function serveOwnFile(system: System): Page {
  return async (request, response) => {
    const { deed } = await enterRoom(system, response)
    const { administrationId } = deed
    const report = { administrationId, reportId: reportIdOf(request) }
    const name = String(request.params['file'])
    const file = await getFile(system.db, report, { name, editions: ['inside', 'public'] })
    response.attachment(file.name).type(file.mediaType)
    response.set('Cache-Control', 'private, no-store').send(file.bytes)
  }
}
