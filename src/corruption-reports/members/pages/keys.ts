import type { Response } from 'express'
import { holdsWithin, requireStaff, requireWorkplace } from '../../../people/index.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { draftFounding } from '../actions/draft-founding.ts'
import { askRecovery } from '../actions/recover-places.ts'
import { tellMembers } from '../actions/tell-members.ts'
import { discardDraft } from '../actions/sign-draft.ts'
import { readMembers } from '../read-members.ts'
import { enterMembersRoom } from '../room.ts'
import { keysUrl } from '../../urls.ts'
import { keysView } from './keys-view.ts'

/** Who has keys, who is missing, what waits for a signature. */
export function showKeys(system: System): Page {
  return async (_request, response) => {
    if (!system.sealed.open && isAdministrator(response)) {
      const { reason } = system.sealed
      const model = { title: response.locals.t('member-keys.title'), reason }
      render(response, 'corruption-reports/members/closed', model, { layout: 'staff' })
      return
    }
    const room = await enterMembersRoom(system, response)
    const view = keysView(response.locals.t, room, await readMembers(system, room))
    render(response, 'corruption-reports/members/keys', view, { layout: 'staff' })
  }
}

/** Members are told that it is closed; why, and what to do, is for whoever can mend it. */
function isAdministrator(response: Response): boolean {
  const { administrationId } = requireWorkplace(response)
  return holdsWithin(requireStaff(response), ['system_admin'], administrationId)
}

export function takeFounding(system: System): Page {
  return async (_request, response) => {
    const room = await enterMembersRoom(system, response)
    await draftFounding(room)
    response.redirect(303, keysUrl(room.slug))
  }
}

export function takeRecovery(system: System): Page {
  return async (_request, response) => {
    const room = await enterMembersRoom(system, response)
    await askRecovery(room)
    await tellMembers(system, room)
    response.redirect(303, keysUrl(room.slug))
  }
}

export function takeDiscard(system: System): Page {
  return async (_request, response) => {
    const room = await enterMembersRoom(system, response)
    await discardDraft(room)
    response.redirect(303, keysUrl(room.slug))
  }
}
