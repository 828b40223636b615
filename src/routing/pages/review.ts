import type { Request } from 'express'
import type { FieldProblem } from '../../platform/errors.ts'
import { typedIn } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { bookNames } from '../book-names.ts'
import type { FilingToRoute } from '../route-in-book.ts'
import {
  groundOf,
  newsOf,
  previewChange,
  type Change,
  type ListLastFilings,
} from '../preview-change.ts'
import { reviewView, type ReviewView } from './review-view.ts'
import type { Room } from './room.ts'
import { parseTrial } from './trial-input.ts'

export interface Reviewed {
  /** Nothing stands against keeping the change, or whoever makes it has seen what does. */
  mayKeep: boolean
  review: ReviewView
  problems: readonly FieldProblem[]
}

/** What a change would do, and whether it surprises; asked again when that changed since it was confirmed. */
export async function reviewChange(
  system: System,
  listLastFilings: ListLastFilings,
  room: Room,
  change: Change,
  request: Request,
): Promise<Reviewed> {
  const { db } = system
  const { book, today, t, lang } = room
  const typed = typedIn(request)
  const ground = await groundOf(db, book, today)
  const news = newsOf(change, ground, today)
  const seen = news.map(({ ruleId, warning }) => `${ruleId} ${warning.code}`).join(' ')
  const asks = news.length > 0
  const { filing, problems } = inventedIn(typed, room)
  if (typed('do') !== 'preview' && (!asks || typed('confirm') === seen)) {
    return { mayKeep: true, review: null, problems: [] }
  }
  const { people } = ground
  const around = { people, trial: filing }
  const preview = await previewChange(db, book, change, around, listLastFilings)
  const speech = { t, lang, names: bookNames(book, lang, t) }
  const review = reviewView({ ...preview, change, news, seen, people }, filing, speech)
  return { mayKeep: false, review, problems }
}

/** Nothing typed: nothing tried. */
function inventedIn(
  typed: (field: string) => string,
  { book }: Room,
): { filing: FilingToRoute | null; problems: readonly FieldProblem[] } {
  if (typed('trialText').trim() === '') return { filing: null, problems: [] }
  const { filing, problems } = parseTrial(
    {
      text: typed('trialText'),
      kind: typed('trialKind'),
      centreId: typed('trialCentre'),
      serviceId: typed('trialService'),
      channel: 'web',
    },
    book,
  )
  const fields = { text: 'trialText', kind: 'trialKind', centreId: 'trialCentre' }
  return {
    filing,
    problems: problems.map(({ field, ...problem }) => ({
      ...problem,
      field: Object.entries(fields).find(([name]) => name === field)?.[1] ?? 'trialService',
      ...(field === 'text' && { text: 'routing.problems.text.too_long' }),
    })),
  }
}
