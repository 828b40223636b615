import { holds, holdsWithin, type Role, type Staff } from '../people/index.ts'
import type { Case } from './case.ts'
import { leadsFrom, TRANSITIONS, transitionOf, type CaseAction } from './case-states.ts'

/** Who looks or acts, with the entries of the directory that are this very person. */
export interface CaseViewer {
  staff: Staff
  administrationId: string
  officialIds: readonly string[]
}

/** What the regime of the case says about steps and approval, on the day. */
export interface StepRules {
  isOn(action: CaseAction): boolean
  approval: { roles: readonly Role[]; differentFromAuthor: boolean } | undefined
}

/** Of the answer in hand: nobody approves what they wrote. */
export interface DraftInHand {
  authorId: string
  /** The centres whose staff its author is, on the day. */
  authorCentreIds: readonly string[]
}

type CaseForPolicy = Pick<
  Case,
  | 'administrationId'
  | 'state'
  | 'kind'
  | 'centreId'
  | 'unitId'
  | 'handlerId'
  | 'restricted'
  | 'doorOffered'
  | 'namedOfficials'
  | 'reviewAsked'
  | 'held'
  | 'summary'
>

export const RESPONSIBLES: readonly Role[] = ['claims_manager', 'deputy_claims_manager']
/** Who reads what is not restricted, where they hold the role. */
export const READERS: readonly Role[] = ['auditor', 'office_head', 'site_officer']
export const UNIT_MEMBERS: readonly Role[] = ['unit_handler', 'unit_head']

/** Nobody handles or reads a case that names them; what is restricted waits for the responsible. */
export function canSee(viewer: CaseViewer, item: CaseForPolicy): boolean {
  if (viewer.administrationId !== item.administrationId) return false
  if (item.namedOfficials.some((id) => viewer.officialIds.includes(id))) return false
  if (holdsAt(viewer, RESPONSIBLES, item)) return true
  if (item.handlerId === viewer.staff.accountId) return true
  if (item.restricted !== null) return false
  return (
    holdsAt(viewer, READERS, item) || (item.unitId !== null && holdsAt(viewer, UNIT_MEMBERS, item))
  )
}

export type HiddenBecause = 'named' | 'restricted' | 'elsewhere'

/** Why somebody may not see a case, for who does see it; null: they may. */
export function whyHidden(viewer: CaseViewer, item: CaseForPolicy): HiddenBecause | null {
  if (canSee(viewer, item)) return null
  if (item.namedOfficials.some((id) => viewer.officialIds.includes(id))) return 'named'
  return canSee(viewer, { ...item, restricted: null }) ? 'restricted' : 'elsewhere'
}

/** Whose trade it is to write answers; whether one can be sent now is for its step. */
export function mayDraft(viewer: CaseViewer, item: CaseForPolicy): boolean {
  return transitionOf('submit_draft').by.some(
    (who) => who !== 'person' && who !== 'system' && actsAs(viewer, who, item),
  )
}

/** The next steps that this person may take on this case, and no others. */
export function allowedActions(
  viewer: CaseViewer,
  item: CaseForPolicy,
  rules: StepRules,
  draft: DraftInHand | null,
): CaseAction[] {
  if (!canSee(viewer, item)) return []
  return (Object.keys(TRANSITIONS) as CaseAction[]).filter(
    (action) => roleFor(viewer, action, item, rules, draft) !== null,
  )
}

/** The role in which the person may take the step, or null. */
export function roleFor(
  viewer: CaseViewer,
  action: CaseAction,
  item: CaseForPolicy,
  rules: StepRules,
  draft: DraftInHand | null,
): Role | null {
  if (!leadsFrom(action, item.state, item.kind) || !rules.isOn(action)) return null
  if (isPointless(action, item)) return null
  const role = rolesFor(action, rules)
    .filter((candidate) => !isApproval(action) || reachesDraft(candidate, item, draft))
    .find((candidate) => actsAs(viewer, candidate, item))
  if (role === undefined) return null
  if (action === 'approve' && !mayApprove(viewer, rules, draft)) return null
  return action !== 'note' && isSomebodyElses(viewer, role, item) ? null : role
}

/** What is already so, or was never asked for. */
function isPointless(action: CaseAction, item: CaseForPolicy): boolean {
  if (action === 'decline_review') return !item.reviewAsked
  // who asked for a review is owed an answer to that first
  if (action === 'close') return item.reviewAsked
  if (action === 'offer_door') return item.doorOffered || item.restricted === null
  // nothing is left of it to work on
  if (action === 'reopen') return item.summary === ''
  if (action === 'hold') return item.held || item.summary === ''
  if (action === 'release_hold') return !item.held
  if (action === 'restrict') return item.restricted !== null
  return action === 'unrestrict' && item.restricted === null
}

/** Who stands in for an absent colleague may be of another unit and handles the case all the same. */
function actsAs(viewer: CaseViewer, role: Role, item: CaseForPolicy): boolean {
  if (holdsAt(viewer, [role], item)) return true
  return (
    role === 'unit_handler' &&
    item.handlerId === viewer.staff.accountId &&
    holdsWithin(viewer.staff, UNIT_MEMBERS, item.administrationId)
  )
}

function rolesFor(action: CaseAction, rules: StepRules): readonly Role[] {
  const { by } = transitionOf(action)
  const roles = by.filter((who): who is Role => who !== 'person' && who !== 'system')
  return isApproval(action) ? roles.filter((role) => rules.approval?.roles.includes(role)) : roles
}

function isApproval(action: CaseAction): boolean {
  return action === 'approve' || action === 'return_draft'
}

/** What is delegated to the head of a centre are the drafts of the centre's own staff. */
export function reachesDraft(
  role: Role,
  { centreId }: Pick<Case, 'centreId'>,
  draft: DraftInHand | null,
): boolean {
  return role !== 'office_head' || (draft?.authorCentreIds.includes(centreId) ?? false)
}

function mayApprove(viewer: CaseViewer, rules: StepRules, draft: DraftInHand | null): boolean {
  if (draft === null) return false
  return !rules.approval?.differentFromAuthor || draft.authorId !== viewer.staff.accountId
}

/** A member of a unit leaves alone what a colleague has in hand; its head does not. */
function isSomebodyElses(viewer: CaseViewer, role: Role, item: CaseForPolicy): boolean {
  return (
    role === 'unit_handler' && item.handlerId !== null && item.handlerId !== viewer.staff.accountId
  )
}

function holdsAt(viewer: CaseViewer, roles: readonly Role[], item: CaseForPolicy): boolean {
  const { administrationId, centreId, unitId } = item
  return holds(viewer.staff, roles, { administrationId, centreId, unitId })
}
