import type { Request, Response } from 'express'
import { z } from 'zod'
import { accountNames, holdsWithin, openStaffVisit } from '../../people/index.ts'
import { Invalid, NotAllowed, type FieldProblem } from '../../platform/errors.ts'
import {
  formErrors,
  line,
  numberWithin,
  readForm,
  render,
  type Page,
} from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { undoChange } from '../actions/undo-change.ts'
import { listChanges } from '../change-store.ts'
import type { AnySetting } from '../setting.ts'
import { changeRow } from './change-view.ts'
import { changesUrl } from './urls.ts'

const ON_A_PAGE = 50

const undone = z.object({ subject: line(40), id: line(120), version: numberWithin(1, 1_000_000) })

/** Who changed what and when, the newest first; what was settled last can be put back from here. */
export function showChanges(system: System, settings: readonly AnySetting[]): Page {
  return async (request, response) => show(system, settings, request, response, [])
}

export function takeUndo(system: System, settings: readonly AnySetting[]): Page {
  return async (request, response) => {
    const { staff, deed, slug } = await openStaffVisit(system, response)
    const { values, problems } = readForm(request, undone)
    if (!values) return show(system, settings, request, response, problems)
    const setting = settings.find(({ subject }) => subject === values.subject)
    if (!setting || !holdsWithin(staff, setting.roles, deed.administrationId)) {
      throw new NotAllowed()
    }
    try {
      await undoChange(system, deed, setting, values)
      response.redirect(303, `${changesUrl(slug)}?listo=deshecho`)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      await show(system, settings, request, response, error.problems)
    }
  }
}

async function show(
  system: System,
  settings: readonly AnySetting[],
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { book, slug, staff, deed, lang, t } = await openStaffVisit(system, response)
  const { administrationId } = deed
  const chosen = settings.find(({ subject }) => subject === request.query['de'])
  const before = Number(request.query['antes']) || 0
  const changes = await listChanges(system.db, administrationId, {
    ...(chosen ? { subject: chosen.subject } : {}),
    ...(before ? { before } : {}),
    limit: ON_A_PAGE,
  })
  const names = await accountNames(
    system.db,
    changes.map(({ by }) => by),
  )
  const mayUndo = (setting: AnySetting) => holdsWithin(staff, setting.roles, administrationId)
  const url = changesUrl(slug)
  const last = changes.length === ON_A_PAGE ? changes.at(-1) : undefined
  const model = {
    title: t('settings.title'),
    error: problems.length > 0,
    errors: formErrors(response, problems, 'settings.problems'),
    notice: request.query['listo'] === 'deshecho' ? t('settings.undone') : null,
    undoUrl: `${url}/deshacer`,
    subjects: settings.map(({ subject, text }) => ({
      text: t(text),
      href: `${url}?de=${subject}`,
      current: subject === chosen?.subject,
    })),
    everythingUrl: chosen ? url : null,
    changes: changes.flatMap((change) => {
      const setting = settings.find(({ subject }) => subject === change.subject)
      if (!setting) return []
      const by = names.get(change.by) ?? ''
      return [changeRow({ change, by, mayUndo: mayUndo(setting) }, setting, { t, lang, book })]
    }),
    earlierUrl: last ? `${url}?${chosen ? `de=${chosen.subject}&` : ''}antes=${last.number}` : null,
  }
  const status = problems.length > 0 ? 422 : 200
  render(response, 'settings/changes', model, { status, layout: 'staff' })
}
