import type { CaseAction } from '../../case-states.ts'
import type { AnyCaseForm } from './case-form.ts'
import type { CaseRoom } from './room.ts'

export interface NextAction {
  path: string
  text: string
  /** The letter that opens it, for whoever wants letters. */
  pageKey: string | null
}

const PAGE_KEYS: Readonly<Record<string, string>> = { respuesta: 'e', asignacion: 'a' }

export interface NextActions {
  /** What is most likely to be done now by this person; nothing stands out where nothing does. */
  primary: NextAction | null
  others: readonly NextAction[]
  mayNote: boolean
}

/** The forms that may be opened now, and no others. Notes have their own place on the page. */
export function nextActions(room: CaseRoom, forms: readonly AnyCaseForm[]): NextActions {
  const { t } = room.response.locals
  const open = forms.filter(({ actions }) =>
    actions.some((action) => room.allowed.includes(action)),
  )
  const first = likelyAction(room)
  const primary = open.find(({ actions }) => first !== null && actions.includes(first))
  const shown = ({ path, actions }: AnyCaseForm): NextAction => {
    const action = actions.find((each) => room.allowed.includes(each))
    return { path, text: t(`case-staff.action.${action}`), pageKey: PAGE_KEYS[path] ?? null }
  }
  return {
    primary: primary ? shown(primary) : null,
    others: open.filter((form) => form !== primary && form.path !== 'nota').map(shown),
    mayNote: open.some(({ path }) => path === 'nota'),
  }
}

function likelyAction({ allowed, item, viewer, system }: CaseRoom): CaseAction | null {
  const isMine = item.handlerId === viewer.staff.accountId
  const leavesByItself = item.answerBy === 'email' || (item.answerBy === 'sms' && system.texts)
  const candidates: CaseAction[] = [
    'approve',
    'forward',
    'accept',
    ...(item.kind === 'suggestion' ? (['decide'] as const) : []),
    ...(isMine ? (['submit_draft'] as const) : []),
    'expire',
    'assign',
    ...(leavesByItself ? [] : (['deliver'] as const)),
    ...(item.reviewAsked ? (['reopen', 'decline_review'] as const) : []),
  ]
  return candidates.find((action) => allowed.includes(action)) ?? null
}
