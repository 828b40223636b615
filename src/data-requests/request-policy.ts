import { holdsWithin, type Role, type Staff } from '../people/index.ts'
import type { DataRequest } from './data-request.ts'
import {
  ATTENDANTS,
  DECIDERS,
  REQUEST_TRANSITIONS,
  transitionOf,
  type RequestAction,
} from './request-states.ts'

/** Who opens the book of requests: those who attend people, those who decide, and the control body. */
export const READERS: readonly Role[] = [...ATTENDANTS, 'auditor']

type Asked = Pick<DataRequest, 'administrationId' | 'state' | 'proof' | 'rule' | 'extendedBy'>

export function mayFile(staff: Staff, administrationId: string): boolean {
  return holdsWithin(staff, ATTENDANTS, administrationId)
}

/** Whether what the person wrote and who they are is shown: to the control body it is not. */
export function mayReadPerson(staff: Staff, administrationId: string): boolean {
  return holdsWithin(staff, ATTENDANTS, administrationId)
}

export function isDecider(staff: Staff, administrationId: string): boolean {
  return holdsWithin(staff, DECIDERS, administrationId)
}

/** Whether the step can be taken now, whoever takes it. */
export function isPossible(action: RequestAction, request: Asked): boolean {
  const { from, proven } = transitionOf(action)
  if (!from.includes(request.state)) return false
  if (proven && request.proof === null) return false
  if (action === 'ask_proof') return request.proof === null
  // the secret of one case says nothing about others
  if (action === 'prove') return request.proof !== 'document'
  if (action === 'add_case') return request.proof === 'document'
  if (action === 'begin') return request.proof !== null
  if (action !== 'extend') return true
  return request.extendedBy === null && request.rule?.extensionDays !== undefined
}

export function allowedSteps(staff: Staff, request: Asked): RequestAction[] {
  return (Object.keys(REQUEST_TRANSITIONS) as RequestAction[]).filter((action) => {
    const { by } = transitionOf(action)
    return (
      by !== 'person' &&
      holdsWithin(staff, by, request.administrationId) &&
      isPossible(action, request)
    )
  })
}
