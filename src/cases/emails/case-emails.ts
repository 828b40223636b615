import type { PlainDate } from '../../platform/dates.ts'
import type { T } from '../../platform/i18n/index.ts'

/** What every letter to a person says of the case. */
export interface PersonCase {
  caseNumber: string
  kindLabel: string
  /** Where it is followed; the number and the secret are typed there. */
  followUrl: string
}

/** What a letter to staff may say of a case: never a word of what it holds. */
export interface StaffCase {
  caseNumber: string
  kindLabel: string
  dueOn: PlainDate | null
  caseUrl: string
}

/** How staff call a letter about a case. */
export function caseEmailName(template: string) {
  return (t: T) => t(`case-emails.${template}.name`)
}

/** The subject of a letter about a case: its number and what happened. */
export function caseSubject(template: string) {
  return (t: T, { caseNumber }: { caseNumber: string }) =>
    t(`case-emails.${template}.subject`, { caseNumber })
}

export function samplePersonCase(t: T): PersonCase {
  return {
    caseNumber: 'DEMO-2026-000123',
    kindLabel: t('case-emails.samples.kind'),
    followUrl: 'https://libro.example.org/seguimiento',
  }
}

export function sampleStaffCase(t: T): StaffCase {
  return {
    caseNumber: 'DEMO-2026-000123',
    kindLabel: t('case-emails.samples.kind'),
    dueOn: '2026-03-24',
    caseUrl: 'https://libro.example.org/personal/demo/casos/DEMO-2026-000123',
  }
}
