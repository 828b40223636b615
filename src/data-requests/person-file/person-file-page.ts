import { formatDate, formatDateTime, type T } from '../../platform/i18n/index.ts'
import { renderView } from '../../platform/web/index.ts'
import type { CaseInFile, PersonFile } from './read-person-file.ts'

/** The same to be read: one page that opens without a network and asks for nothing from anywhere. */
export function personFilePage(file: PersonFile, { t, lang }: { t: T; lang: string }): string {
  const { timeZone } = file
  const when = (at: Date) => formatDateTime(at, lang, timeZone)
  return renderView('data-requests/person-file', {
    t,
    lang,
    title: t('data-requests.file.title'),
    administration: file.administration,
    madeAt: when(file.madeAt),
    cases: file.cases.map((each) => caseView(each, { t, lang, when })),
    looks: file.looks.map(({ day, office, times }) => ({
      text: t('data-requests.file.look', { day: formatDate(day, lang), office, count: times }),
    })),
  })
}

interface Wording {
  t: T
  lang: string
  when: (at: Date) => string
}

function caseView(each: CaseInFile, { t, lang, when }: Wording) {
  const { item, status, person, words, rating } = each
  const yesNo = (value: boolean) => t(value ? 'data-requests.file.yes' : 'data-requests.file.no')
  const facts: [string, string | null][] = [
    ['kind', status.kindLabel],
    ['state', status.stateLabel],
    ['registered', when(item.registeredAt)],
    ['centre', each.centre],
    ['service', each.service],
    ['due', item.dueOn && formatDate(item.dueOn, lang)],
    ['electronic_notice', yesNo(item.electronicNotice)],
    ['results_told', yesNo(item.resultsTold)],
    ['quotation', yesNo(item.quotation)],
    ['opposed', yesNo(each.opposed)],
    ['rating', rating && `${t(`follow.resolved.${rating.resolved}`)} (${rating.satisfaction})`],
  ]
  return {
    caseNumber: item.caseNumber,
    facts: said(facts).map(([key, text]) => ({ key: t(`data-requests.file.fact.${key}`), text })),
    person: said(Object.entries({ ...person, supportNeeds: null })).map(([key, text]) => ({
      key: t(`data-requests.person.${key}`),
      text,
    })),
    words: words.map(({ kind, text, at }) => ({
      ...{ title: t(`data-requests.file.words.${kind}`), text, when: when(at) },
    })),
    answer: status.answer,
    history: status.history.map((step) => ({ ...step, when: when(step.at) })),
    letters: each.letters.map(({ name, day }) => `${formatDate(day, lang)}: ${name}`),
    files: each.packed.map(({ file, path }) => ({ name: file.name, path })),
  }
}

function said(pairs: readonly (readonly [string, unknown])[]): [string, string][] {
  return pairs.flatMap(([key, value]) =>
    typeof value === 'string' && value !== '' ? [[key, value]] : [],
  )
}
