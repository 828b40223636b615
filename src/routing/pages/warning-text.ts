import type { Warning } from '../rule-warnings.ts'
import type { Speech } from '../rule-sentence.ts'

const LABELS = {
  kinds: 'kinds',
  centreIds: 'centres',
  serviceIds: 'services',
  motives: 'motives',
  languages: 'languages',
} as const

export function warningText(warning: Warning, { t, lang }: Speech): string {
  if (warning.code === 'nobody_meets') {
    const choice = t(`routing.form.${LABELS[warning.choice]}`)
    return t('routing.warning.nobody_meets', { choice })
  }
  if (warning.code === 'nobody_there') {
    const places = new Intl.ListFormat(lang, { type: 'conjunction' }).format(warning.places)
    return t('routing.warning.nobody_there', { places })
  }
  const { code, ...values } = warning
  return t(`routing.warning.${code}`, values)
}
