import { toBase64url } from '../../../platform/hpke/index.ts'
import type { Page } from '../../../platform/web/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import { inLanguage } from '../../../regimes/index.ts'
import type { System } from '../../../system.ts'
import { listMarks } from '../mark-store.ts'
import type { Element } from '../model.ts'
import { getOwnModel } from '../model-store.ts'
import { readShown } from '../read-shown.ts'
import type { Mark } from '../score.ts'
import type { ShownElement } from '../shown.ts'
import type { CopiedElement, VisitCopy } from '../tablet/index.ts'
import { currentVisitKey } from '../visit-key.ts'
import { openVisit, type OpenedVisit } from './open-visit.ts'
import { evaluationUrls } from './urls.ts'

export function sendVisitCopy(system: System): Page {
  return async (request, response) => {
    const visit = await openVisit(system, response, request.query.evaluacion)
    response.set('Cache-Control', 'private, no-store')
    response.json((await copyOf(system, visit)) satisfies VisitCopy)
  }
}

async function copyOf(system: System, visit: OpenedVisit): Promise<VisitCopy> {
  const { evaluation, deed, book, slug, today, lang, t } = visit
  const { administrationId, centreId, year } = evaluation
  const centre = book.centres.find((one) => one.centreId === centreId)
  if (!centre) throw new NotFound()
  const { model } = await getOwnModel(system.db, administrationId, evaluation.modelVersion)
  const question = { administrationId, centreId, slug, year, today, lang, t }
  const shown = await readShown(system, model, question)
  const marks = await listMarks(system.db, evaluation)
  const copy = (element: Element) =>
    copyElement(
      element,
      lang,
      shown.get(element.id),
      marks.find(({ elementId }) => elementId === element.id),
    )
  const key = currentVisitKey(system, administrationId)
  return {
    evaluationId: evaluation.evaluationId,
    accountId: deed.accountId,
    administration: book.administration.name,
    centre: centre.name,
    year,
    timeZone: book.administration.timeZone,
    pageUrl: `${evaluationUrls(slug).evaluation(evaluation.evaluationId)}?centro=${centre.slug}`,
    key: { id: key.id, publicKey: toBase64url(key.publicKey) },
    preparedAt: deed.at.toISOString(),
    criteria: model.criteria.map(({ id, name, evidences }) => ({
      id,
      name: inLanguage(name, lang),
      evidences: evidences.map((evidence) => ({
        id: evidence.id,
        name: inLanguage(evidence.name, lang),
        isObserved: evidence.nature === 'observed',
        elements: evidence.elements.map(copy),
      })),
    })),
  }
}

function copyElement(
  { id, text, characteristics }: Element,
  lang: string,
  shown: ShownElement | undefined,
  mark: Mark | undefined,
): CopiedElement {
  return {
    id,
    text: inLanguage(text, lang),
    questions: characteristics.map((one) => inLanguage(one, lang)),
    standing: shown?.standing ?? 'missing',
    shown: (shown?.proofs ?? []).map(({ title, lacks }) => ({ title, lacks })),
    added: shown?.added.length ?? 0,
    owed: shown?.tasks.filter(({ state }) => state === 'open').length ?? 0,
    mark: mark ? { state: mark.state, revision: mark.revision } : null,
  }
}
