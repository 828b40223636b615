import { inLanguage } from '../../../regimes/index.ts'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { Invalid } from '../../../platform/errors.ts'
import { requestIdentity } from '../../custodians/actions/request-identity.ts'
import { noticeFromJson } from '../../epoch-notice.ts'
import { epochFromJson, Refused, wrapFromJson } from '../../sealing/index.ts'
import { approveReader, wrapReader } from '../actions/add-reader.ts'
import { beginEpoch } from '../actions/begin-epoch.ts'
import { sendMessage } from '../actions/send-message.ts'
import { takeAct } from '../actions/take-act.ts'
import { answer } from './answer.ts'
import {
  actInput,
  approvalInput,
  epochInput,
  identityInput,
  messageInput,
  wrapInput,
} from './inputs.ts'

export function postAct(system: System): Page {
  return answer(system, actInput, ({ office, accountId, input }) =>
    takeAct(system, office, accountId, {
      ...input,
      message: input.message && { ...input.message, signature: null },
    }),
  )
}

export function postMessage(system: System): Page {
  return answer(system, messageInput, ({ office, accountId, input }) =>
    sendMessage(system, office, accountId, input),
  )
}

export function postEpoch(system: System): Page {
  return answer(system, epochInput, ({ office, accountId, input }) =>
    beginEpoch(system, office, accountId, {
      ...input,
      sealed: orInvalid('/sealed', () => epochFromJson(input.sealed)),
      notice: noticeFromJson(input.notice),
    }),
  )
}

export function postReader(system: System): Page {
  return answer(system, wrapInput, ({ office, accountId, input }) =>
    wrapReader(system, office, accountId, {
      ...input,
      epochs: orInvalid('/epochs', () => input.epochs.map(wrapFromJson)),
    }),
  )
}

export function postApproval(system: System): Page {
  return answer(system, approvalInput, ({ office, accountId, input }) =>
    approveReader(system, office, accountId, input),
  )
}

/** Where the rules forbid it, the answer is the refusal that they word. */
export function postIdentityRequest(system: System): Page {
  return answer(system, identityInput, async ({ office, accountId, input, response }) => {
    const state = await requestIdentity(system, office, accountId, input)
    const { refusal } = office.rules.identityRelease
    return { state, refusal: refusal ? inLanguage(refusal, response.locals.lang) : '' }
  })
}

/** The sizes and the format of boxes are looked at by what makes them. */
function orInvalid<T>(field: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof Refused || error instanceof TypeError) {
      throw new Invalid([{ field, code: 'invalid' }])
    }
    throw error
  }
}
