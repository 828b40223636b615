import type { Mail } from './mail-table.ts'

/** What the message says, with its subject where that says something of its own. */
export function wordsOf({ subject, text }: Pick<Mail, 'subject' | 'text'>): string {
  const isAnswer = /^(re|rv|fwd?|aw|resp?)\s*:/i.test(subject)
  return [isAnswer ? '' : subject, text].filter((part) => part !== '').join('\n\n')
}
