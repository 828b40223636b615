import { accountNames } from '../../../people/index.ts'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { peopleOf } from '../people-of.ts'
import { drawProject, type ProjectPaper } from '../project-paper.ts'
import { openProject } from './room.ts'

/** A paper of the project as the office files it. */
export function servePaper(system: System, kind: ProjectPaper): Page {
  return async (request, response) => {
    const { room, whole } = await openProject(system, response, request)
    const { t, lang, book, timeZone } = room
    const names = await accountNames(system.db, peopleOf(whole))
    const { name: author } = book.administration
    const bytes = await drawProject(kind, whole, { t, lang, author, timeZone, names })
    const file = `${t(`improvements-projects.paper.file.${kind}`)}-${whole.project.number}.pdf`
    response.attachment(file).type('application/pdf').send(bytes)
  }
}
