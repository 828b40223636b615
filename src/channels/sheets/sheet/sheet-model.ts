import { effectiveTerm, sayTerm, type BookRules } from '../../../administrations/index.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { translator } from '../../../platform/i18n/index.ts'
import { findText, inLanguage, openKinds, type KindRule } from '../../../regimes/index.ts'
import type { SheetBlock } from '../sheet-block-store.ts'

export const SHEET_FIELDS = [
  'documentNumber',
  'names',
  'firstSurname',
  'secondSurname',
  'legalName',
  'representative',
  'phone',
  'email',
  'address',
  'service',
  'occurredOn',
  'motive',
  'description',
] as const
export type SheetField = (typeof SHEET_FIELDS)[number]

/** All that a blank sheet says, in one language or two side by side. */
export interface SheetModel {
  lang: string
  administration: string
  centre: string
  accent: string
  title: string
  kinds: readonly string[]
  label: (field: SheetField) => string
  ways: readonly string[]
  text: (key: string) => string
  legal: readonly string[]
}

const ACCENT = '#4b2e83'
const WAYS = ['email', 'post', 'pickup', 'none'] as const

export function sheetModel(book: BookRules, block: SheetBlock, day: PlainDate): SheetModel {
  const { administration, regime, authorisations } = book
  const [lang = 'es'] = block.languages
  const both = (say: (language: string) => string) => [
    ...new Set(block.languages.map(say).filter((text) => text !== '')),
  ]
  const text = (key: string) => both((language) => translator(language)(key)).join(' / ')
  const kinds = openKinds(regime, authorisations, day).filter(
    ({ code }) => block.kind === null || code === block.kind,
  )
  const notice = findText(regime, 'privacy_notice_short', day)
  return {
    lang,
    administration: administration.name,
    centre: book.names.get(block.centreId) ?? '',
    accent: administration.theme['accent'] ?? ACCENT,
    title: text('channels-sheets.title'),
    kinds: kinds.map(({ label }) => both((language) => inLanguage(label, language)).join(' / ')),
    label: (field) => {
      const name = text(`channels-sheets.fields.${field}`)
      return isNeeded(field, kinds) ? name : `${name} ${text('channels-sheets.optional')}`
    },
    ways: WAYS.map((way) => text(`channels-sheets.ways.${way}`)),
    text: (key) => text(`channels-sheets.${key}`),
    legal: both((language) =>
      [
        sayAnswerTerm(book, block.kind, day, language),
        notice ? inLanguage(notice.text, language) : '',
        translator(language)('channels-sheets.copy'),
      ]
        .filter(Boolean)
        .join(' '),
    ),
  }
}

/** A field without which some kind of the sheet cannot be taken. */
function isNeeded(field: SheetField, kinds: readonly KindRule[]): boolean {
  return kinds.some(({ requires }) =>
    requires.some((pointers) =>
      pointers.split('|').some((pointer) => (pointer.split('/').at(-1) ?? '').startsWith(field)),
    ),
  )
}

function sayAnswerTerm(
  book: BookRules,
  kind: string | null,
  day: PlainDate,
  language: string,
): string {
  const term = effectiveTerm(book, 'answer', kind ?? '*', day)
  const t = translator(language)
  return term ? t('channels-sheets.term', { term: sayTerm(term, t) }) : ''
}
