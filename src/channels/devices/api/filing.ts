import { receiptUrl, statusUrl } from '../../../cases/index.ts'
import { Invalid, NotFound } from '../../../platform/errors.ts'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { keepFile } from '../actions/keep-file.ts'
import { takeFiling, type TakenFiling } from '../actions/take-filing.ts'
import { filingId, MOST_FILES, parseEnvelope } from '../envelope.ts'
import { deviceOf } from './enrolled-device.ts'

/**
 * A sealed filing: 201 (200 when it was here before) with the receipt, 202 when a person must look at it
 * first, 409 with `missingFiles` when photos of it have not arrived. Whatever names its id is kept.
 */
export function postFiling(system: System): Page {
  return async (request, response) => {
    const envelope = parseEnvelope(request.body)
    const taken = await takeFiling(system, deviceOf(response), envelope, system.clock())
    response.set('Cache-Control', 'no-store')
    if ('missingFiles' in taken) {
      const { t } = response.locals
      response
        .status(409)
        .type('application/problem+json')
        .send(
          JSON.stringify({
            type: 'about:blank',
            title: t('channels-devices.api.missing_files'),
            status: 409,
            code: 'missing_files',
            missingFiles: taken.missingFiles,
            errors: [],
          }),
        )
      return
    }
    response.status(statusOf(taken)).json(keptBody(system, envelope.id, taken))
  }
}

type Kept = Exclude<TakenFiling, { missingFiles: number[] }>

function statusOf({ item, isNew }: Kept): number {
  if (item.settled === null) return 202
  return isNew ? 201 : 200
}

function keptBody({ config }: System, id: string, { item, trackingToken }: Kept) {
  if (item.settled === null) return { id, outcome: 'set_aside' }
  const { caseNumber, kind, registeredAt, dueOn } = item.settled
  return {
    id,
    outcome: 'filed',
    caseNumber,
    trackingToken,
    kind,
    state: 'registered',
    registeredAt: registeredAt.toISOString(),
    dueOn,
    statusUrl: statusUrl(config.baseUrl, caseNumber),
    receiptUrl: receiptUrl(config.baseUrl, caseNumber),
  }
}

/** A sealed photo, before its filing; sending it again changes nothing. */
export function putFile(system: System): Page {
  return async (request, response) => {
    const id = filingId.safeParse(request.params['id'])
    const n = Number(request.params['n'])
    if (!id.success || !Number.isInteger(n) || n < 1 || n > MOST_FILES) throw new NotFound()
    const sealed: unknown = request.body
    if (!Buffer.isBuffer(sealed) || sealed.length === 0) {
      throw new Invalid([{ field: '/', code: 'required' }])
    }
    const device = deviceOf(response)
    await keepFile(system.db, device, { filingId: id.data, n, sealed }, system.clock())
    response.status(204).end()
  }
}
