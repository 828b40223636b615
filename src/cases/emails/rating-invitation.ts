import type { PlainDate } from '../../platform/dates.ts'
import { defineEmail } from '../../notices/index.ts'
import { caseEmailName, caseSubject, samplePersonCase, type PersonCase } from './case-emails.ts'

/** To the person: was it resolved? */
export interface RatingInvitation extends PersonCase {
  ratedUntil: PlainDate | null
}

export const ratingInvitation = defineEmail<RatingInvitation>({
  template: 'rating_invitation',
  view: 'cases/rating-invitation',
  texts: 'case-emails.rating_invitation',
  name: caseEmailName('rating_invitation'),
  subject: caseSubject('rating_invitation'),
  sample: (t) => ({
    ...samplePersonCase(t),
    ratedUntil: '2026-04-20',
  }),
})
