import { defineEmail, registerEmail, type Email } from '../../../notices/index.ts'

/** It says that there is something to see: no number, no day, no kind, and no word of what it is. */
export interface SomethingToSee {
  signInUrl: string
}

export const somethingToSee = defineEmail<SomethingToSee>({
  template: 'something_to_see',
  view: 'corruption-reports/something-to-see',
  name: (t) => t('officers.notice.name'),
  subject: (t) => t('officers.notice.subject'),
  sample: () => ({ signInUrl: 'https://libro.example.org/personal' }),
})

export function registerOfficerEmails(): void {
  registerEmail(somethingToSee as Email<object>, async ({ config }) => ({
    signInUrl: new URL('/personal', config.officersBaseUrl).href,
  }))
}
