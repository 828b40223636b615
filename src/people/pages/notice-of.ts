import type { Request } from 'express'
import type { T } from '../../platform/i18n/index.ts'

const done = new Set([
  'signed_out',
  'installed',
  'profile_changed',
  'password_changed',
  'sessions_ended',
  'keys_on',
  'keys_off',
  'second_factor_removed',
  'second_factor_reset',
  'role_granted',
  'role_revoked',
  'account_closed',
  'account_reopened',
  'absence_recorded',
  'absence_ended',
])

/** Says after a redirect what was done: the address carries a code (`?listo=…`), never a text. */
export function noticeOf(request: Request, t: T, prefix = 'people.done'): string | null {
  const code = request.query.listo
  return typeof code === 'string' && done.has(code) ? t(`${prefix}.${code}`) : null
}
