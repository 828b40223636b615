import type { T } from '../platform/i18n/index.ts'
import type { System } from '../system.ts'
import type { Notice } from './notice.ts'

/** One e-mail: what its template needs, how it is called, and an example of it to look at. */
export interface Email<Model extends object> {
  template: string
  /** views/emails/<view>.html.ejs and .text.ejs */
  view: string
  /** Under which key its words stand, where an administration may change them. */
  texts?: string
  /** How staff call it: "the answer". */
  name(t: T): string
  /** With the number of the case, never with what it is about. */
  subject(t: T, model: Model): string
  sample(t: T): Model
}

/** Null: the letter is no longer needed and is cancelled. */
export type EmailModel<Model extends object> = (
  system: System,
  notice: Notice,
) => Promise<Model | null>

export interface RegisteredEmail {
  email: Email<object>
  model: EmailModel<object>
}

const registered = new Map<string, RegisteredEmail>()

export function defineEmail<Model extends object>(email: Email<Model>): Email<Model> {
  return email
}

/** At start, by the feature that the letter belongs to. */
export function registerEmail<Model extends object>(
  email: Email<Model>,
  model: EmailModel<Model>,
): void {
  registered.set(email.template, { email, model })
}

export function getEmail(template: string): RegisteredEmail {
  const found = findEmail(template)
  if (!found) throw new Error(`There is no e-mail ${template}`)
  return found
}

export function findEmail(template: string): RegisteredEmail | null {
  return registered.get(template) ?? null
}

export function listEmails(): Email<object>[] {
  return [...registered.values()].map(({ email }) => email)
}
