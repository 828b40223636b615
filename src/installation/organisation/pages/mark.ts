import { readFile } from 'node:fs/promises'
import type { Request } from 'express'
import { uploadOf } from '../../../attachments/index.ts'
import type { FieldProblem } from '../../../platform/errors.ts'
import {
  formAgain,
  render,
  sending,
  showing,
  typedIn,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import { lastVersion } from '../../../settings/index.ts'
import type { System } from '../../../system.ts'
import { changeMark } from '../../actions/change-mark.ts'
import { allow, enterRoom, type Room } from '../../pages/room.ts'
import { drawMark } from '../draw-mark.ts'
import { MARK, markSetting } from '../mark-setting.ts'
import { markFormUrl, organisationUrl } from './urls.ts'

/** The mark of the administration: the one it wears, and another to put in its place. */
export function showMarkForm(system: System): Page {
  return showing(markPage(system))
}

export function takeMark(system: System): Page {
  return sending(markPage(system), async ({ deed, slug }, request) => {
    const typed = typedIn(request)
    const version = Number(typed('version')) || 0
    const isOurs = typed('do') === 'remove'
    const bytes = isOurs ? null : await sentFile(request)
    if (bytes instanceof Array) return bytes
    await changeMark(system, deed, bytes === null ? null : await drawMark(bytes), version)
    return `${organisationUrl(slug)}?listo=guardado`
  })
}

async function sentFile(request: Request): Promise<Buffer | FieldProblem[]> {
  const [sent] = uploadOf(request).files
  if (sent?.problem) return [problem('mark_too_big')]
  if (!sent || sent.name === '') return [problem('mark_missing')]
  return readFile(sent.path)
}

function problem(code: 'mark_too_big' | 'mark_missing'): FieldProblem {
  return { field: 'mark', code, text: `organisation.problems.${code}` }
}

function markPage({ db, ...system }: System): FormPage<Room> {
  return {
    async enter(_request, response) {
      const room = await enterRoom({ db, ...system }, response)
      allow(room.maySet)
      return room
    },
    async show({ t, slug, deed, book }, _request, response, problems) {
      const again = formAgain(response, problems)
      const { administrationId } = deed
      const model = {
        title: t('organisation.mark.one'),
        ...again,
        notice: null,
        formUrl: markFormUrl(slug),
        backUrl: organisationUrl(slug),
        worn: book.administration.theme['markUrl'] ?? null,
        version: await lastVersion(db, administrationId, markSetting.subject, MARK),
      }
      const status = again.error ? 422 : 200
      render(response, 'installation/organisation/mark', model, { layout: 'staff', status })
    },
  }
}
