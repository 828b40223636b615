import { findText, inLanguage, openKinds } from '../../../regimes/index.ts'
import type { CounterRoom } from './desk-room.ts'

const QUESTIONS = ['what', 'where', 'when', 'who', 'how'] as const

/** What to say on the telephone, in order, with the notice that the law words and what each kind asks for. */
export function callScript({ book, today, lang, t }: CounterRoom) {
  const { regime, administration, authorisations } = book
  const notice = findText(regime, 'privacy_notice_short', today)
  return {
    greeting: t('channels-counter.script.greeting', { administration: administration.name }),
    privacy: notice ? inLanguage(notice.text, lang) : null,
    questions: QUESTIONS.map((question) => t(`channels-counter.script.questions.${question}`)),
    kinds: openKinds(regime, authorisations, today).map((kind) => ({
      code: kind.code,
      label: inLanguage(kind.label, lang) ?? kind.code,
      example: inLanguage(kind.example, lang),
      asks: asksOf(kind.requires, t),
    })),
    closing: ['number', 'secret', 'date', 'thanks'].map((line) =>
      t(`channels-counter.script.closing.${line}`),
    ),
  }
}

/** What the kind cannot do without, by the name of its field. */
function asksOf(requires: readonly string[], t: (key: string) => string): string[] {
  const names = requires.map((pointer) => pointer.split('|')[0]?.split('/').at(-1) ?? '')
  return [...new Set(names)].map((name) => t(`channels-counter.fields.${ALIKE[name] ?? name}`))
}

const ALIKE: Readonly<Record<string, string>> = { motives: 'motive', occurredAt: 'occurredOn' }
