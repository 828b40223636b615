import type { Request, Response } from 'express'
import { z } from 'zod'
import { listRulesInUse } from '../../../cases/index.ts'
import { NotFound, type FieldProblem } from '../../../platform/errors.ts'
import {
  formErrors,
  line,
  numberWithin,
  render,
  sendingForm,
  showing,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import { getRegimeVersion, listRegimeVersions } from '../../../regimes/index.ts'
import { changesUrl, lastVersions, settle } from '../../../settings/index.ts'
import type { System } from '../../../system.ts'
import { allow, enterRoom, type Room } from '../../pages/room.ts'
import { ownTermSetting } from '../own-term-setting.ts'
import { termDifferences } from '../term-differences.ts'
import { versionsView } from './versions-view.ts'

const removal = z.object({ id: line(120), version: numberWithin(0, 1_000_000) })

/** Which rules hold, held and will hold, and how many open cases go on under each. */
const versionsPage = (system: System): FormPage<Room> => ({
  enter: (_request, response) => enterRoom(system, response),
  show: (room, request, response, problems) => show(system, room, request, response, problems),
})

export function showVersions(system: System): Page {
  return showing(versionsPage(system))
}

/** Takes an own term back before its day comes. */
export function takeTermBack(system: System): Page {
  return sendingForm(versionsPage(system), removal, async (room, { id, version }) => {
    allow(room.maySet)
    const { deed, urls } = room
    if (!(await ownTermSetting.find(system.db, deed.administrationId, id))) throw new NotFound()
    await settle(system, deed, ownTermSetting, { id, version, value: null })
    return `${urls.versions}?listo=quitado`
  })
}

async function show(
  { db }: System,
  room: Room,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { book, deed, t, urls, slug, maySet, today } = room
  const { administrationId } = deed
  const { regime } = book
  const regimes = await listRegimeVersions(db, regime.code)
  const next = regimes.findLast(
    ({ version, validFrom }) => version > regime.version && validFrom > today,
  )
  const model = {
    title: t('own-rules.title'),
    error: problems.length > 0,
    errors: formErrors(response, problems),
    notice: request.query['listo'] === 'quitado' ? t('own-rules.taken_back') : null,
    backUrl: urls.rules,
    urls,
    changesUrl: `${changesUrl(slug)}?de=${ownTermSetting.subject}`,
    maySet,
    ...versionsView(room, {
      regimes,
      inUse: await listRulesInUse(db, administrationId),
      versions: await lastVersions(db, administrationId, ownTermSetting.subject),
      differences: next
        ? termDifferences(regime, await getRegimeVersion(db, regime.code, next.version))
        : [],
    }),
  }
  render(response, 'installation/versions', model, { layout: 'staff' })
}
