import { randomUUID } from 'node:crypto'
import type { Request } from 'express'
import { z } from 'zod'
import { holdsWithin, openStaffVisit, type StaffVisit } from '../../people/index.ts'
import { NotFound } from '../../platform/errors.ts'
import {
  formAgain,
  idIn,
  line,
  numberWithin,
  optionalLine,
  readForm,
  render,
  sending,
  sendingForm,
  showing,
  tickedIn,
  ticks,
  words,
  type FormPage,
  type Page,
} from '../../platform/web/index.ts'
import { lastVersion, settle } from '../../settings/index.ts'
import type { System } from '../../system.ts'
import type { AnswerTemplate } from '../answer-template.ts'
import { templateProblem } from '../fill-template.ts'
import { keepers } from '../template-policy.ts'
import { answerTemplateSetting } from '../template-setting.ts'
import { findTemplate } from '../template-store.ts'
import { previewOf } from './preview.ts'
import { templateChoices } from './template-choices.ts'
import { NEW, templateUrls } from './urls.ts'

const LIMIT = 8000

const text = words(LIMIT).refine((typed) => templateProblem(typed) !== 'unended', {
  message: 'unended',
  abort: true,
})
const sound = text.refine((typed) => templateProblem(typed) === null, 'unknown_condition')

const typed = z.object({
  name: line(120),
  body: sound.refine((words) => words !== '', 'required'),
  measures: sound,
  kinds: ticks(z.string()),
  serviceIds: ticks(z.uuid()),
  language: optionalLine(10),
  version: numberWithin(0, 1_000_000),
})

interface Entered extends StaffVisit {
  templateId: string
  saved: AnswerTemplate | null
  version: number
  maySet: boolean
}

export const showTemplate = (system: System): Page => showing(templatePage(system))

/** "Ver cómo queda" shows the text filled for a sample case and keeps nothing. */
export function takeTemplate(system: System): Page {
  const page = templatePage(system)
  const keep = sendingForm(page, typed, async (entered, { version, ...values }) => {
    const { deed, templateId, slug, book } = entered
    const value: AnswerTemplate = {
      ...values,
      templateId,
      language: values.language || null,
      kinds: values.kinds.filter((kind) => book.regime.kinds.some(({ code }) => code === kind)),
      serviceIds: values.serviceIds.filter((id) => book.names.has(id)),
    }
    await settle(system, deed, answerTemplateSetting, { id: templateId, version, value })
    return `${templateUrls(slug).all}?listo=guardada`
  })
  const look = showing(page)
  return (request, response) =>
    isLook(request) ? look(request, response) : keep(request, response)
}

export function removeTemplate(system: System): Page {
  return sending(templatePage(system), async ({ deed, templateId, slug, version }) => {
    await settle(system, deed, answerTemplateSetting, { id: templateId, version, value: null })
    return `${templateUrls(slug).all}?listo=retirada`
  })
}

const isLook = ({ body }: Request) =>
  (body as Record<string, unknown> | undefined)?.['do'] === 'look'

function templatePage(system: System): FormPage<Entered> {
  return {
    async enter(request, response) {
      const visit = await openStaffVisit(system, response)
      const { administrationId } = visit.deed
      const maySet = holdsWithin(visit.staff, keepers, administrationId)
      if (request.params['templateId'] === NEW) {
        if (!maySet) throw new NotFound()
        return { ...visit, maySet, templateId: randomUUID(), saved: null, version: 0 }
      }
      const templateId = idIn(request, 'templateId')
      const saved = await findTemplate(system.db, administrationId, templateId)
      if (saved === null) throw new NotFound()
      const { subject } = answerTemplateSetting
      const version = await lastVersion(system.db, administrationId, subject, templateId)
      return { ...visit, maySet, templateId, saved, version }
    },
    show(entered, request, response, problems) {
      const { slug, saved, templateId, t, version, maySet } = entered
      const urls = templateUrls(slug)
      const again = formAgain(response, problems, 'answer-templates.problems')
      const isTyped = request.method === 'POST'
      const read = isTyped ? readForm(request, typed).values : null
      const textOf = typedTexts(request, saved, isTyped)
      const model = {
        ...again,
        title: saved ? saved.name : t('answer-templates.new'),
        backUrl: urls.all,
        formUrl: urls.one(saved ? templateId : NEW),
        removalUrl: saved && maySet ? urls.removal(templateId) : null,
        version,
        maySet,
        text: textOf,
        ...templateChoices(entered, {
          kinds: isTyped ? tickedIn(request)('kinds') : (saved?.kinds ?? []),
          serviceIds: isTyped ? tickedIn(request)('serviceIds') : (saved?.serviceIds ?? []),
        }),
        preview: read || saved ? previewOf(read ?? saved!, entered) : null,
        looked: isTyped && isLook(request),
      }
      const status = again.error ? 422 : 200
      render(response, 'answer-templates/template', model, { status, layout: 'staff' })
    },
  }
}

function typedTexts(request: Request, saved: AnswerTemplate | null, isTyped: boolean) {
  const body = (request.body ?? {}) as Record<string, unknown>
  return (field: 'name' | 'body' | 'measures' | 'language'): string => {
    if (!isTyped) return saved?.[field] ?? ''
    return typeof body[field] === 'string' ? body[field] : ''
  }
}
