import type { TooMany } from '../../../platform/errors.ts'
import type { T } from '../../../platform/i18n/index.ts'

/** How long to wait, in seconds up to a minute and then in minutes. */
export function sayWait({ retryAfterSeconds }: TooMany, t: T): string {
  return retryAfterSeconds <= 60
    ? t('follow.wait.seconds', { count: retryAfterSeconds })
    : t('follow.wait.minutes', { count: Math.ceil(retryAfterSeconds / 60) })
}
