import type { T } from '../../platform/i18n/index.ts'
import type { Verdict } from './compare.ts'

/** What a sentence is about; each has its name in the texts, in the singular or in the plural. */
export const SUBJECTS = {
  received: 'single',
  in_time: 'several',
  triage: 'several',
  times: 'several',
  first_answers: 'several',
  backlog: 'single',
  overdue: 'single',
  reopened: 'several',
  satisfaction: 'single',
  redirected: 'several',
  corrections: 'several',
  figure: 'single',
} as const
export type Subject = keyof typeof SUBJECTS

/** A title as a sentence: "Los plazos mejoraron en Ventanilla 2", "No se puede decir que cambiaron". */
export function sayChange(
  t: T,
  { subject, verdict, place }: { subject: Subject; verdict: Verdict; place?: string | null },
): string {
  const sentence = t(`charts.change.${verdict}_${SUBJECTS[subject]}`, {
    subject: t(`charts.subject.${subject}`),
  })
  return capital(place ? t('charts.change.at', { sentence, place }) : sentence)
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
