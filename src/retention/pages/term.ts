import type { Response } from 'express'
import { z } from 'zod'
import { openStaffVisit, type StaffVisit } from '../../people/index.ts'
import { NotFound, type FieldProblem } from '../../platform/errors.ts'
import {
  formAgain,
  numberWithin,
  optionalLine,
  render,
  sendingForm,
  showing,
  type FormPage,
  type Page,
} from '../../platform/web/index.ts'
import { lastVersion, settle } from '../../settings/index.ts'
import type { System } from '../../system.ts'
import { countSooner } from '../count-sooner.ts'
import { holdings } from '../holdings.ts'
import { listOwnTerms } from '../retention-store.ts'
import { retentionSetting } from '../retention-setting.ts'
import { sayHolding, sayMonths } from '../say-term.ts'
import { listTerms, termId, type Term } from '../term.ts'
import { readForeseen } from './read-foreseen.ts'
import { monthRows } from './retention-view.ts'
import { retentionUrl, termUrl } from './urls.ts'

const typed = z.object({
  months: numberWithin(1, 1200),
  confirm: optionalLine(60),
  version: numberWithin(0, 1_000_000),
})

interface Entered extends StaffVisit {
  term: Term
  id: string
  version: number
}

export function showTerm(system: System): Page {
  return showing(termPage(system))
}

/** Nothing that a shorter term would erase by tomorrow goes before somebody wrote that it may. */
export function takeTerm(system: System): Page {
  return sendingForm(termPage(system), typed, async (entered, { months, confirm, version }) => {
    const { term, id, deed, slug } = entered
    const sooner = await soonerBy(system, entered, months)
    const confirmed = sooner > 0 && isSaid(confirm, confirmationOf(entered, sooner))
    const { holding, kind } = term
    await settle(system, deed, retentionSetting, {
      id,
      version,
      value: { holding, kind, months, confirmed },
    })
    return `${retentionUrl(slug)}?listo=guardado`
  })
}

function termPage(system: System): FormPage<Entered> {
  return {
    async enter(request, response) {
      const visit = await openStaffVisit(system, response)
      const { deed, book, today } = visit
      const { db } = system
      const own = await listOwnTerms(db, deed.administrationId)
      const id = String(request.params['termId'])
      const term = listTerms(holdings, own, book.regime, today).find((each) => termId(each) === id)
      if (!term) throw new NotFound()
      const { subject } = retentionSetting
      const version = await lastVersion(db, deed.administrationId, subject, id)
      return { ...visit, term, id, version }
    },
    show: (entered, _request, response, problems) => show(system, entered, response, problems),
  }
}

async function show(
  system: System,
  entered: Entered,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { term, id, slug, t, lang, book, deed, today, version } = entered
  const { timeZone } = book.administration
  const whose = { administrationId: deed.administrationId, today, timeZone }
  const foreseen = await readForeseen(system.db, whose, term)
  const again = formAgain(response, problems, 'retention.problems')
  const wanted = typed.shape.months.safeParse(again.typed('months'))
  const sooner = again.error && wanted.success ? await soonerBy(system, entered, wanted.data) : 0
  const model = {
    ...again,
    title: sayHolding(term, { t, lang, book }),
    formUrl: termUrl(slug, id),
    backUrl: retentionUrl(slug),
    version,
    months: again.error ? again.typed('months') : String(term.months ?? ''),
    now: term.months === null ? t('retention.for_ever') : sayMonths(term.months, t),
    regime: term.regimeMonths === null ? null : sayMonths(term.regimeMonths, t),
    source: term.source,
    bounds: boundsOf(term, entered),
    confirm: sooner > 0 ? { sooner, words: confirmationOf(entered, sooner) } : null,
    due: foreseen?.now ?? 0,
    foreseen: foreseen ? monthRows([foreseen], lang) : [],
  }
  const status = problems.length > 0 ? 422 : 200
  render(response, 'retention/term', model, { status, layout: 'staff' })
}

function boundsOf({ atLeast, atMost }: Term, { t }: Entered): string {
  if (atLeast > 1) return t('retention.at_least', { term: sayMonths(atLeast, t) })
  return t('retention.at_most', { term: sayMonths(atMost, t) })
}

function soonerBy({ db }: System, { term, deed, book, today }: Entered, months: number) {
  const { administrationId } = deed
  const { timeZone } = book.administration
  const change = { before: term.months, after: months }
  return countSooner(db, { administrationId, key: term, today, timeZone }, change)
}

function confirmationOf({ t }: Entered, sooner: number): string {
  return t('retention.confirm_words', { count: sooner })
}

function isSaid(said: string, words: string): boolean {
  return said.trim().toLowerCase() === words.toLowerCase()
}
