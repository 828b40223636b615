import { findShownToken } from '../../interface-tokens/index.ts'
import { Invalid } from '../../platform/errors.ts'
import type { Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { fileCase } from '../actions/file-case.ts'
import type { FilingReceipt } from '../actions/filing-receipt.ts'
import { receiptUrl, statusUrl } from '../case-urls.ts'
import { parseFiling } from '../filing.ts'
import { readStaffFiling } from './staff-filing.ts'

const KEY_LIMIT = 200

/**
 * Files a case. 201 with number, secret and due date; the same key and filing again, 200 with the same;
 * the same key with another filing, or input that cannot be taken, 422 with a problem for each field.
 * A system with a token of the staff may say any channel, when it was received and what number it had.
 */
export function postCase(system: System): Page {
  return async (request, response) => {
    const idempotencyKey = request.get('Idempotency-Key')?.trim() ?? ''
    if (idempotencyKey === '' || idempotencyKey.length > KEY_LIMIT) {
      throw new Invalid([
        { field: 'Idempotency-Key', code: idempotencyKey ? 'too_long' : 'required' },
      ])
    }
    const now = system.clock()
    const token = await findShownToken(system, request, 'filings')
    const said = token && readStaffFiling(request.body, token, now)
    const parsed = parseFiling(said ? said.body : request.body)
    if ('problems' in parsed) throw new Invalid(parsed.problems)
    const filing = { ...parsed.filing, channel: parsed.filing.channel ?? ('api' as const) }
    const slug = String(request.params['slug'])
    const about = { slug, idempotencyKey, filing }
    const receipt = await fileCase(
      system,
      said
        ? { ...about, filer: 'staff', origin: said.origin, alsoSaid: said.alsoSaid }
        : { ...about, filer: 'public' },
      now,
    )
    response.status(receipt.isNew ? 201 : 200).json(receiptBody(system, receipt))
  }
}

function receiptBody({ config }: System, receipt: FilingReceipt) {
  return {
    caseNumber: receipt.caseNumber,
    trackingToken: receipt.trackingToken,
    kind: receipt.kind,
    state: receipt.state,
    registeredAt: receipt.registeredAt.toISOString(),
    dueOn: receipt.dueOn,
    statusUrl: statusUrl(config.baseUrl, receipt.caseNumber),
    receiptUrl: receiptUrl(config.baseUrl, receipt.caseNumber),
  }
}
