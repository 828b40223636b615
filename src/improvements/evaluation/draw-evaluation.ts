import { formatDate, type T } from '../../platform/i18n/index.ts'
import { makePaper, type FlowingPaper, type PaperWords } from '../../platform/pdf/index.ts'
import { inLanguage } from '../../regimes/index.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { sayShare } from './say-share.ts'
import type { Evaluation, VisitNote } from './evaluation.ts'
import type { CriterionResult, EvaluationResult } from './score.ts'

export interface SignedEvaluation extends Evaluation {
  result: EvaluationResult
}

export interface EvaluationWords extends Pick<PaperWords, 't' | 'lang' | 'author' | 'mask'> {
  centre: string
  /** Who signed it, and when. */
  signer: string
  signedOn: PlainDate
  dayOf: (at: Date) => PlainDate
}

/** An evaluation as it was signed: each criterion, what was found of each element, and what was noted on the spot. */
export function drawEvaluation(
  evaluation: SignedEvaluation,
  notes: readonly VisitNote[],
  { centre, signer, signedOn, dayOf, ...words }: EvaluationWords,
): Promise<Buffer> {
  const { t, lang } = words
  const say = (key: string, values = {}) => t(`improvements-evaluation.${key}`, values)
  const { year, result, conclusion } = evaluation
  const title = titleOf(evaluation, centre, t)
  return makePaper({ ...words, title, foot: title }, (paper) => {
    const by = say('by.signed', { name: signer, day: formatDate(signedOn, lang) })
    paper.text(say('where', { centre, year }), { soft: true })
    paper.text(by)
    const model = inLanguage(result.modelName, lang)
    paper.text(say('paper.model', { model, version: result.modelVersion }), { soft: true })
    const { accepted, asked } = result
    paper.text(say('paper.result', { share: sayShare(result.share, lang), accepted, asked }))
    paper.text(conclusion)
    for (const criterion of result.criteria) drawCriterion(paper, criterion, { t, lang })
    if (notes.length === 0) return
    paper.heading('H2', say('paper.notes'))
    paper.list(
      notes.map(({ kind: what, elementId, notedAt, words: noted }) => ({
        title: [say(`note.${what}`), elementId, formatDate(dayOf(notedAt), lang)]
          .filter((part) => part !== null)
          .join(' · '),
        text: noted,
      })),
    )
  })
}

export function titleOf({ kind, year }: Evaluation, centre: string, t: T): string {
  const what = t(`improvements-evaluation.kind.${kind}`)
  return t('improvements-evaluation.paper.title', { what, centre, year })
}

function drawCriterion(
  paper: FlowingPaper,
  { name, share, evidences }: CriterionResult,
  { t, lang }: { t: T; lang: string },
): void {
  paper.heading('H2', `${inLanguage(name, lang)}: ${sayShare(share, lang)}`)
  const column = (key: string, width: number) => ({
    title: t(`improvements-evaluation.paper.${key}`),
    share: width,
  })
  paper.table(
    [column('element', 0.5), column('found', 0.18), column('reason', 0.32)],
    evidences.flatMap(({ elements }) =>
      elements.map(({ id, text, state, reason }) => [
        `${id} · ${inLanguage(text, lang)}`,
        t(`improvements-evaluation.mark.${state ?? 'none'}`),
        reason,
      ]),
    ),
  )
}
