import type { Request, Response } from 'express'
import { Invalid } from '../../../platform/errors.ts'
import { isId } from '../../../platform/ids.ts'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { fileCase } from '../../actions/file-case.ts'
import { receiptPath } from '../../case-urls.ts'
import { findSentDraft } from '../../draft-store.ts'
import type { FilingInput } from '../../filing.ts'
import { rememberFollower } from '../follower-session.ts'
import { typedIn } from '../typed-in.ts'
import { showAnswers } from './check.ts'
import { keptFiles } from './kept-files.ts'
import { goToOpenStep } from './question.ts'
import { filerOf, filingOf, firstOpenStep, problemsOf } from './steps.ts'
import { knownOwner, openVisit, type Visit } from './visit.ts'

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
      return showAnswers(system, response, visit, [{ field: '/check', code: 'changed' }])
    }
    const attachments = (await keptFiles(system, visit)).map(({ attachmentId }) => attachmentId)
    const filing = { ...filingOf(visit), ...(attachments.length > 0 && { attachments }) }
    const problems = problemsOf(filing, visit, now)
    if (problems.length > 0) return showAnswers(system, response, visit, problems)
    try {
      const receipt = await fileCase(
        system,
        {
          slug: visit.slug,
          idempotencyKey: draft,
          filing: filing as FilingInput,
          filer: filerOf(visit),
          draftId: draft,
          ...(visit.answers.linkId && { origin: { linkId: visit.answers.linkId } }),
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
      await showAnswers(system, response, visit, error.problems)
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
  if (owner === null || !draftId || !isId(draftId)) return false
  const sent = await findSentDraft(system.db, owner, draftId)
  if (!sent) return false
  rememberFollower(system, response, sent.caseNumber, sent.filedAt)
  response.redirect(303, receiptPath(sent.caseNumber))
  return true
}
