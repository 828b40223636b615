import { Readable } from 'node:stream'
import { getBookRulesById, type BookRules } from '../../administrations/index.ts'
import {
  getDocumentFile,
  PARTS,
  readCollected,
  stateOf,
  type Collected,
  type ProgrammeDocument,
  type Requirement,
} from '../../collection/index.ts'
import { localDate } from '../../platform/dates.ts'
import { formatDate as formatDay, formatNumber } from '../../platform/i18n/index.ts'
import type { System } from '../../system.ts'
import type { Paper, Proof, ProofKey, ProofQuestion, TellProofs } from '../proof.ts'
import { drawnPaper } from './paper-of.ts'
import { lastDayOf, noonOf } from './year-of.ts'

const PROVED: readonly { key: ProofKey; requirement: Requirement; path: string }[] = [
  { key: 'collection.mechanism', requirement: 'NC-01', path: 'documentos/mechanism' },
  { key: 'collection.strategy', requirement: 'NC-02', path: 'documentos/strategy' },
  { key: 'collection.procedure', requirement: 'NC-03', path: 'documentos/procedure' },
  { key: 'collection.programme', requirement: 'NC-04', path: 'calendario' },
  { key: 'collection.collected', requirement: 'NC-05', path: '' },
]

/** What the programme of collection shows of a year (NC-01 to NC-05); it is one for all centres. */
export function tellCollection(system: System): TellProofs {
  return async (db, question) => {
    const { administrationId, today, year, slug, t } = question
    const book = await getBookRulesById(system, administrationId, noonOf(today))
    const collected = await readCollected(db, book, { year, today })
    return PROVED.flatMap(({ key, requirement, path }): Proof[] => {
      const state = stateOf(requirement, collected.proof)
      if (state === 'missing') return []
      return [
        {
          key,
          title: t(`collection.requirement.${requirement}.name`),
          on: null,
          href: `/personal/${slug}/recojo${path === '' ? '' : `/${path}`}`,
          state,
          lacks: state === 'proved' ? [] : [t(`collection.requirement.${requirement}.asks`)],
          papers: papersOf(key, collected, { system, book, question }),
        },
      ]
    })
  }
}

interface Drawing {
  system: System
  book: BookRules
  question: ProofQuestion
}

function papersOf(key: ProofKey, collected: Collected, drawing: Drawing): Paper[] {
  const { latest } = collected.proof
  switch (key) {
    case 'collection.mechanism':
      return latest.mechanism ? documentPapers(latest.mechanism, drawing) : []
    case 'collection.strategy':
      return latest.strategy ? documentPapers(latest.strategy, drawing) : []
    case 'collection.procedure':
      return latest.procedure ? documentPapers(latest.procedure, drawing) : []
    case 'collection.programme':
      return [calendarPaper(collected, drawing)]
    default:
      return [collectedPaper(collected, drawing)]
  }
}

const FILES = {
  mechanism: 'mecanismo',
  strategy: 'estrategia',
  procedure: 'procedimiento',
} as const

/** The text as it was written, and the file that came with it. */
function documentPapers(document: ProgrammeDocument, drawing: Drawing): Paper[] {
  const { book, question } = drawing
  const { t, lang, administrationId } = question
  const on = localDate(document.writtenAt, book.administration.timeZone)
  const title = t(`collection.paper.${document.kind}.title`)
  const name = `${FILES[document.kind]}-v${document.version}`
  const text = drawnPaper(wordsOf(drawing, title, { fileName: `${name}.pdf`, on }), (paper) => {
    for (const part of PARTS[document.kind]) {
      const words = document.parts[part] ?? ''
      if (words === '') continue
      paper.heading('H2', t(`collection.part.${document.kind}.${part}`))
      paper.text(words)
    }
    for (const { as, on: day } of document.validations) {
      paper.text(t(`improvements-proofs.validated.${as}`, { day: formatDay(day, lang) }))
    }
  })
  if (document.fileName === null) return [text]
  const file: Paper = {
    fileName: `${name}-adjunto.pdf`,
    title: document.fileName,
    on,
    review: 'by_hand',
    open: async ({ db }) => {
      const { bytes } = await getDocumentFile(db, administrationId, document.documentId)
      return Readable.from([bytes])
    },
  }
  return [text, file]
}

function calendarPaper({ activities }: Collected, drawing: Drawing): Paper {
  const { t, lang, year, today } = drawing.question
  const title = t('collection.calendar.title', { year })
  const words = wordsOf(drawing, title, {
    fileName: `calendario-${year}.pdf`,
    on: lastDayOf(year, today),
  })
  return drawnPaper(words, (paper) => {
    paper.table(
      [
        { title: t('collection.calendar.name'), share: 0.4 },
        { title: t('collection.calendar.from'), share: 0.2 },
        { title: t('collection.calendar.until'), share: 0.2 },
        { title: t('collection.calendar.done_on'), share: 0.2 },
      ],
      activities.map(({ name, plannedFrom, plannedUntil, doneOn }) => [
        name,
        formatDay(plannedFrom, lang),
        formatDay(plannedUntil, lang),
        doneOn === null ? '–' : formatDay(doneOn, lang),
      ]),
    )
  })
}

function collectedPaper({ cases, campaigns, months }: Collected, drawing: Drawing): Paper {
  const { question, book } = drawing
  const { t, lang, year, today } = question
  const title = t('improvements-proofs.collected', { year })
  const words = wordsOf(drawing, title, {
    fileName: `recogido-${year}.pdf`,
    on: lastDayOf(year, today),
  })
  const nameOf = (kind: string) =>
    book.regime.kinds.find(({ code }) => code === kind)?.label[lang] ?? kind
  return drawnPaper(words, (paper) => {
    const columns = [
      { title: t('improvements-proofs.what'), share: 0.7 },
      { title: t('improvements-proofs.how_many'), share: 0.3, align: 'right' as const },
    ]
    paper.table(columns, [
      ...[...cases].map(([kind, count]) => [nameOf(kind), formatNumber(count, lang)]),
      ...campaigns.map(({ name, responses }) => [name, formatNumber(responses, lang)]),
      ...months.map(({ month, attended }) => [
        t('improvements-proofs.attended_in', { month }),
        formatNumber(attended, lang),
      ]),
    ])
  })
}

function wordsOf(
  { book, question }: Drawing,
  title: string,
  paper: Pick<Paper, 'fileName' | 'on'>,
) {
  const { t, lang } = question
  const { name } = book.administration
  return { ...paper, t, lang, title, author: name, foot: `${name} · ${title}` }
}
