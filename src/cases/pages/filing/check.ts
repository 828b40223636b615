import type { Request, Response } from 'express'
import { Invalid, type FieldProblem } from '../../../platform/errors.ts'
import {
  formErrors,
  noErrors,
  render,
  type FormErrors,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { fileCase } from '../../actions/file-case.ts'
import { receiptPath } from '../../case-urls.ts'
import { findSentDraft } from '../../draft-store.ts'
import type { FilingInput } from '../../filing.ts'
import { rememberFollower } from '../follower-session.ts'
import { checkRows } from './check-view.ts'
import { keptFiles } from './kept-files.ts'
import { goToOpenStep } from './question.ts'
import { nameOf } from './show-step.ts'
import { typedIn } from '../typed-in.ts'
import {
  CHECK_ADDRESS,
  filingOf,
  firstOpenStep,
  previousUrl,
  problemsOf,
  progressOf,
  stepOwning,
  stepUrl,
} from './steps.ts'
import { kindOf, knownOwner, openVisit, regimeText, type Visit } from './visit.ts'

export function showCheck(system: System): Page {
  return async (request, response) => {
    const visit = await openVisit(system, request, response)
    if (firstOpenStep(visit)) return goToOpenStep(request, response, visit)
    await show(system, response, visit, [])
  }
}

/** Sends the filing. However often it is sent, there is one case and one receipt. */
export function sendFiling(system: System): Page {
  return async (request, response) => {
    const now = system.clock()
    const visit = await openVisit(system, request, response)
    const { draft, version } = typedIn(request, ['draft', 'version'])
    if (await goToReceipt(system, request, response, visit, draft)) return
    if (!visit.draft || firstOpenStep(visit)) return goToOpenStep(request, response, visit)
    // another window changed the answers since these were read over
    if (visit.draft.draftId !== draft || String(visit.draft.version) !== version) {
      return show(system, response, visit, [{ field: '/check', code: 'changed' }])
    }
    const attachments = (await keptFiles(system, visit)).map(({ attachmentId }) => attachmentId)
    const filing = { ...filingOf(visit), ...(attachments.length > 0 && { attachments }) }
    const problems = problemsOf(filing, visit, now)
    if (problems.length > 0) return show(system, response, visit, problems)
    try {
      const receipt = await fileCase(
        system,
        {
          slug: visit.slug,
          idempotencyKey: draft,
          filing: filing as FilingInput,
          filer: 'public',
          draftId: draft,
          ...(visit.answers.linkedCase && { follows: visit.answers.linkedCase }),
        },
        now,
      )
      rememberFollower(system, response, receipt.caseNumber, receipt.registeredAt)
      response.redirect(303, receiptPath(receipt.caseNumber))
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      // its twin was quicker: the same draft, the same receipt
      if (await goToReceipt(system, request, response, visit, draft)) return
      await show(system, response, visit, error.problems)
    }
  }
}

async function goToReceipt(
  system: System,
  request: Request,
  response: Response,
  { rules }: Visit,
  draftId: string | undefined,
): Promise<boolean> {
  const owner = knownOwner(system, request, rules)
  if (owner === null || !draftId || !UUID.test(draftId)) return false
  const sent = await findSentDraft(system.db, owner, draftId)
  if (!sent) return false
  rememberFollower(system, response, sent.caseNumber, sent.filedAt)
  response.redirect(303, receiptPath(sent.caseNumber))
  return true
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function show(
  system: System,
  response: Response,
  visit: Visit,
  problems: readonly FieldProblem[],
): Promise<void> {
  const files = await keptFiles(system, visit)
  const kind = kindOf(visit)
  const { linkedCase } = visit.answers
  render(
    response,
    'cases/filing/check',
    {
      title: visit.t('filing.check.title'),
      error: problems.length > 0,
      backUrl: previousUrl(null, visit),
      progress: progressOf(null, visit),
      errors: problems.length > 0 ? whereToMend(response, visit, problems) : noErrors,
      notice: linkedCase ? visit.t('follow.linked', { number: linkedCase }) : null,
      rows: checkRows(visit, files),
      draft: visit.draft,
      action: stepUrl(visit, CHECK_ADDRESS),
      privacy: kind && regimeText(visit, 'privacy_notice_short')?.text,
      privacyUrl: `/${visit.slug}/privacidad`,
    },
    { status: problems.length > 0 ? 422 : 200 },
  )
}

/** Each problem leads to the page on which it is mended. */
function whereToMend(
  response: Response,
  visit: Visit,
  problems: readonly FieldProblem[],
): FormErrors {
  const { summary } = formErrors(
    response,
    problems.map((problem) => ({ ...problem, field: nameOf(problem.field) })),
    'filing.problems',
  )
  return {
    fields: {},
    summary: summary.map(({ text }, index) => {
      const step = stepOwning(problems[index]?.field ?? '', visit)
      return { text, href: step ? `${stepUrl(visit, step.address)}?cambiar=1` : '#send' }
    }),
  }
}
