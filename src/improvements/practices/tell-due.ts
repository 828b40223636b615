import type { PlainDate } from '../../platform/dates.ts'
import type { DueItem, TellDue } from '../due.ts'
import { listChecksOf, listRecognitionsOf } from './follow-store.ts'
import type { Practice, Recognition, SustainmentCheck } from './practice.ts'
import { listPractices } from './practice-store.ts'
import { practiceUrls } from './urls.ts'

/**
 * A recognised practice is looked at once a year for as long as it goes on, whoever wrote its sheet last owes it:
 * a recognition counts while the practice was seen to go on (MAS, BP-11).
 */
export const tellSustainmentDue: TellDue = async (db, question) => {
  const { administrationId, slug, from, until, t } = question
  const practices = await listPractices(db, administrationId, { centreId: null, until })
  const ids = practices.map(({ practiceId }) => practiceId)
  const recognitions = await listRecognitionsOf(db, administrationId, ids)
  const checks = await listChecksOf(db, administrationId, ids)
  return practices.flatMap((practice): DueItem[] =>
    yearsOf(from, until).flatMap((year) => {
      const on: PlainDate = `${year}-12-31`
      const isAsked = on >= from && on <= until && isRecognised(practice, recognitions, on)
      const ended = endedBefore(practice, checks, `${year}-01-01`)
      if (!isAsked || ended) return []
      return [
        {
          id: `sustainment-${practice.practiceId}-${year}`,
          ...{ on, kind: 'review', centreId: practice.centreId, ownerId: practice.writtenBy },
          title: t('improvements-practices.sustainment_due', { name: practice.name }),
          href: practiceUrls(slug).one(practice.practiceId),
          doneOn: doneIn(year, practice, recognitions, checks),
        },
      ]
    }),
  )
}

const yearsOf = (from: PlainDate, until: PlainDate) => {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

type Ref = Pick<Practice, 'practiceId'>

function isRecognised({ practiceId }: Ref, all: readonly Recognition[], by: PlainDate): boolean {
  return all.some((one) => one.practiceId === practiceId && one.givenOn <= by)
}

/** The last look before the year found that it does not go on. */
function endedBefore(
  { practiceId }: Ref,
  all: readonly SustainmentCheck[],
  day: PlainDate,
): boolean {
  const own = all.filter((one) => one.practiceId === practiceId && one.checkedOn < day)
  return own.at(-1)?.goesOn === false
}

function doneIn(
  year: number,
  { practiceId }: Ref,
  recognitions: readonly Recognition[],
  checks: readonly SustainmentCheck[],
): PlainDate | null {
  const given = recognitions.filter((one) => one.practiceId === practiceId)
  const first = given.map(({ givenOn }) => givenOn).sort()[0] ?? ''
  const done = checks.find(
    (one) =>
      one.practiceId === practiceId &&
      one.checkedOn.startsWith(String(year)) &&
      one.checkedOn >= first,
  )
  return done?.checkedOn ?? null
}
