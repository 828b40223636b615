import { z } from 'zod'
import { requireStaff, requireWorkplace } from '../../people/index.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { markNoticeReceived, resendNotice, setNoticeAside } from '../actions/decide-notice.ts'
import { noticesUrl, type Decision } from './notice-urls.ts'

const actions = {
  resent: resendNotice,
  received: markNoticeReceived,
  aside: setNoticeAside,
} as const

const noticeIdShape = z.uuid()

export function decideNotice(system: System, decision: Decision): Page {
  return async (request, response) => {
    const { accountId } = requireStaff(response)
    const { administrationId, slug } = requireWorkplace(response)
    const noticeId = noticeIdShape.safeParse(request.params['noticeId'])
    if (!noticeId.success) throw new NotFound()
    await actions[decision](system, accountId, { administrationId, noticeId: noticeId.data })
    response.redirect(303, noticesUrl(slug, decision))
  }
}
