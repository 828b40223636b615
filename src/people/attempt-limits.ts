import type { AttemptPolicy } from '../platform/attempts.ts'

const minute = 60
const hour = 60 * minute

/** Somebody who tries one account from one place: the owner at a new desk, or who sits beside. */
export const fromOnePlace: AttemptPolicy = {
  purpose: 'sign_in_place',
  free: 5,
  firstWaitSeconds: 30,
  longestWaitSeconds: 15 * minute,
  forgetAfterSeconds: 12 * hour,
}

/** One account tried from many places. Browsers that the owner has used before are not counted here. */
export const fromEverywhere: AttemptPolicy = {
  purpose: 'sign_in_account',
  free: 50,
  firstWaitSeconds: minute,
  longestWaitSeconds: 15 * minute,
  forgetAfterSeconds: 24 * hour,
}

/**
 * One address that tries many accounts. It may be a whole office, so it is never refused: past
 * the free failures each attempt only takes longer.
 */
export const ofOneAddress: AttemptPolicy = {
  purpose: 'sign_in_address',
  free: 100,
  firstWaitSeconds: 0,
  longestWaitSeconds: 0,
  forgetAfterSeconds: hour,
}

export const slowAddressPauseMs = 2000

/** Codes of the second factor tried from one place, by somebody who knew the password. */
export const secondFactorHere: AttemptPolicy = { ...fromOnePlace, purpose: 'second_factor_place' }

/** From wherever: there are only a million codes. */
export const secondFactorOfAccount: AttemptPolicy = {
  ...fromEverywhere,
  purpose: 'second_factor_account',
  free: 20,
}
