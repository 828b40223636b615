import { z } from 'zod'
import { accountNames } from '../../../people/index.ts'
import { formatDate } from '../../../platform/i18n/index.ts'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { answer } from '../../officers/api/answer.ts'
import { bytes } from '../../officers/api/inputs.ts'
import { decideRequest } from '../actions/decide-request.ts'
import { listRequests } from '../actions/list-requests.ts'

const text = (value: Uint8Array) => Buffer.from(value).toString('base64url')

export function askedRequests(system: System): Page {
  return answer(system, z.object({}), async ({ office, accountId, response }) => {
    const desk = await listRequests(system, office, accountId)
    const names = await accountNames(
      system.db,
      desk.requests.map(({ byAccount }) => byAccount),
    )
    return {
      account: accountId,
      administration: office.administrationId,
      day: office.day,
      directory: desk.directory.map((entry) => JSON.parse(entry) as unknown),
      keys: desk.keys.map(({ memberId, seed }) => ({ member: memberId, seed: text(seed) })),
      requests: desk.requests.map((request) => ({
        report: text(request.reportId),
        request: text(request.requestId),
        requester: request.requesterId,
        by: names.get(request.byAccount) ?? '',
        day: formatDate(request.requestedOn, response.locals.lang),
        reason: text(request.reason),
        custodian: request.custodian,
        box: text(request.box),
        own: request.own,
      })),
    }
  })
}

const decisionInput = z.object({
  request: bytes(16),
  custodian: z.string().min(1),
  share: bytes().nullable(),
})

export function postDecision(system: System): Page {
  return answer(system, decisionInput, ({ office, accountId, input }) =>
    decideRequest(system, office, accountId, input),
  )
}
