/** How often and how long a job is tried again when it fails. */
export interface Retries {
  retryLimit?: number
  /** Seconds before the first try again; doubles each time when `retryBackoff` is set. */
  retryDelay?: number
  retryBackoff?: boolean
  retryDelayMax?: number
  /** Seconds that one try may last. */
  expireInSeconds?: number
}

/**
 * The name of a job together with what it carries. It carries ids only: the handler reads the
 * rest, so that nothing personal lies in the queue and nothing old is acted on.
 */
export interface Job<Data extends JobData = JobData> {
  readonly name: string
  readonly retries: Retries
  /** Only the type is used. */
  readonly data?: Data
}

export type JobData = Readonly<Record<string, string | number>>

/** Declared once in a feature's `jobs.ts`: `export const sendNotice = defineJob<{ noticeId: string }>('send_notice')`. */
export function defineJob<Data extends JobData = Record<string, never>>(
  name: string,
  retries: Retries = {},
): Job<Data> {
  return { name, retries }
}
