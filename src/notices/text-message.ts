import type { T } from '../platform/i18n/index.ts'
import type { System } from '../system.ts'
import { findEmail } from './email.ts'
import { LETTER_TRIAL } from './letter-trial.ts'
import type { Notice } from './notice.ts'

/** A notice that goes out as a text message: one short sentence, in the language of the person. */
export interface TextNotice {
  template: string
  /** How staff call it. */
  name(t: T): string
  /** Null: it is no longer needed and is cancelled. */
  write(system: System, notice: Notice): Promise<string | null>
}

const registered = new Map<string, TextNotice>()

/** At start, by the feature that the message belongs to. */
export function registerTextNotice(notice: TextNotice): void {
  registered.set(notice.template, notice)
}

export function findTextNotice(template: string): TextNotice | null {
  return registered.get(template) ?? null
}

/** How staff call a letter or a text message. */
export function nameOfNotice(template: string, t: T): string {
  if (template === LETTER_TRIAL) return t('notices.words.trial')
  return findEmail(template)?.email.name(t) ?? findTextNotice(template)?.name(t) ?? template
}
