import { formatDateTime } from '../../../platform/i18n/index.ts'
import type { PublicStep } from '../../public-status.ts'
import type { Visit } from './visit.ts'

/** The steps as they happened: what the office said, what the person said, and what was done. */
export function historyView({ book, lang, t }: Visit, history: readonly PublicStep[]) {
  const { timeZone } = book.administration
  return history.map((step) => ({
    kind: kindOf(step),
    label: t(`follow.history.${step.from}`),
    title: step.label,
    at: step.at.toISOString(),
    when: formatDateTime(step.at, lang, timeZone),
    text: step.text,
    files: step.files,
  }))
}

function kindOf({ from, text, files }: PublicStep): 'person' | 'message' | 'event' {
  if (text === null && files.length === 0) return 'event'
  return from === 'person' ? 'person' : 'message'
}
