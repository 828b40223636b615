import { z } from 'zod'
import { holds } from '../../../people/index.ts'
import type { FieldProblem } from '../../../platform/errors.ts'
import { formErrors, optionalLine, typedIn } from '../../../platform/web/index.ts'
import type { Request, Response } from 'express'
import { approvers, improvers } from '../../improvement-policy.ts'
import type { ImprovementRoom } from '../../pages/room.ts'
import { formatMonthName } from '../months.ts'
import { yearUrls } from '../urls.ts'
import type { YearTerms } from '../terms.ts'

/** Nothing typed: nobody said. */
const orNobody = (least: number, most: number) =>
  optionalLine(4).transform((text, context) => {
    const days = Number(text)
    if (text === '') return null
    if (Number.isInteger(days) && days >= least && days <= most) return days
    context.addIssue({ code: 'custom', message: 'not_number' })
    return z.NEVER
  })

export const termsForm = z.object({
  reportDays: orNobody(1, 180),
  evaluationMonth: orNobody(1, 12),
  remindBefore: orNobody(1, 60),
  remindAfter: orNobody(1, 60),
})

/** Whoever improves or decides for all the centres. */
export function maySetTerms({ staff, deed }: ImprovementRoom): boolean {
  const { administrationId } = deed
  return holds(staff, [...improvers, ...approvers], { administrationId, centreId: null })
}

/** The form as it stands, or as it was typed; null for whoever only reads. */
export function termsView(
  room: ImprovementRoom,
  terms: YearTerms,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
) {
  if (!maySetTerms(room)) return null
  const { t, lang, slug, here } = room
  const isSent = problems.length > 0
  const typed = typedIn(request)
  return {
    action: here(yearUrls(slug).terms),
    open: isSent,
    errors: formErrors(response, problems, 'improvements-year.problems'),
    value: (field: keyof YearTerms) => (isSent ? typed(field) : String(terms[field] ?? '')),
    months: [
      { value: '', text: t('improvements-year.terms.nobody') },
      ...Array.from({ length: 12 }, (_, index) => ({
        value: String(index + 1),
        text: formatMonthName(index + 1, lang),
      })),
    ],
  }
}
