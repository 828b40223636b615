/** What became of something that a tablet sent; to the tablet all of them are kept. */
export type Outcome = 'received' | 'filed' | 'set_aside' | 'dismissed'

/** Why a person must look at it before it is a case. */
export type Reason =
  | 'switched_off'
  | 'ended'
  | 'over_quota'
  /** It does not open with our key, or what is inside makes no sense. */
  | 'unreadable'
  /** The rules of the day do not take it as it is. */
  | 'refused'
  | 'file_refused'
  /** The same id had come before with another content. */
  | 'id_reused'
  /** It was tried many times and something broke each time. */
  | 'failed'

export const MOST_TRIES = 20
