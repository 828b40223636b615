import type { T } from '../../platform/i18n/index.ts'

/** "40 segundos", "3 minutos": rounded up, so that whoever waits as told gets in. */
export function waitText(t: T, seconds: number): string {
  if (seconds <= 90) return t('people.wait.seconds', { count: seconds })
  return t('people.wait.minutes', { count: Math.ceil(seconds / 60) })
}
