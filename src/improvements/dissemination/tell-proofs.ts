import { Readable } from 'node:stream'
import { getAdministration } from '../../administrations/index.ts'
import { listColleagues } from '../../people/index.ts'
import { formatDate, formatShortDate } from '../../platform/i18n/index.ts'
import { makePaper, type PaperWords } from '../../platform/pdf/index.ts'
import type { System } from '../../system.ts'
import { listEvidenceOf, paperOfEvidence } from '../evidence/index.ts'
import type { Proof, ProofQuestion, TellProofs } from '../proof.ts'
import { coverageOf, type Coverage, type Dissemination } from './dissemination.ts'
import { listDisseminations, listReadings } from './dissemination-store.ts'
import { disseminationUrls } from './urls.ts'

/** What the staff of a place was told in a year, and how much of it read it. */
export function tellDisseminationProofs(system: System): TellProofs {
  return async (db, question) => {
    const { administrationId, centreId, year, today, slug, t } = question
    const days = { from: `${year}-01-01`, until: `${year}-12-31` }
    const where = centreId === null ? {} : { centreId }
    const all = await listDisseminations(db, administrationId, { ...days, ...where })
    if (all.length === 0) return []
    const ids = all.map(({ disseminationId }) => disseminationId)
    const readings = await listReadings(db, administrationId, ids)
    const files = await listEvidenceOf(db, administrationId, 'dissemination', ids)
    const colleagues = await listColleagues(db, administrationId, today)
    const { timeZone, name } = await getAdministration(db, administrationId)
    return all.flatMap((one): Proof[] => {
      const { subject, disseminationId, title, begunOn } = one
      if (subject === 'other') return []
      // of a centre only its own people count, also for what went to all of them
      const asked = { ...one, centreId: centreId ?? one.centreId }
      const own = readings.get(disseminationId) ?? []
      const coverage = coverageOf(asked, colleagues, own, timeZone)
      const left = coverage.missing.length + coverage.arrived.length
      const isWhole = left === 0 && coverage.read.length + one.onPaper > 0
      const papers = files.filter(({ about }) => about.id === disseminationId)
      return [
        {
          key: `dissemination.${subject}`,
          title: t('improvements-dissemination.proof', { title, read: coverage.read.length }),
          on: begunOn,
          href: disseminationUrls(slug).one(disseminationId),
          state: isWhole ? 'proved' : 'begun',
          lacks: left > 0 ? [t('improvements-dissemination.proof_left', { count: left })] : [],
          papers: [
            {
              fileName: `difusion-${begunOn}-${disseminationId.slice(0, 8)}.pdf`,
              title,
              on: begunOn,
              review: 'none',
              open: async ({ mask }) =>
                Readable.from([await draw(question, { author: name, mask }, { one, coverage })]),
            },
            ...papers.map((paper) => paperOfEvidence(system, paper)),
          ],
        },
      ]
    })
  }
}

/** Outside the house readers stand by what they are, not by their names. */
function draw(
  { t, lang }: ProofQuestion,
  around: Pick<PaperWords, 'author' | 'mask'>,
  { one, coverage }: { one: Dissemination; coverage: Coverage },
): Promise<Buffer> {
  const say = (key: string, values = {}) => t(`improvements-dissemination.${key}`, values)
  const { title } = one
  const { read, missing, arrived } = coverage
  return makePaper({ ...around, t, lang, title, foot: title }, (paper) => {
    paper.text([say(`subject.${one.subject}`), one.edition].filter(Boolean).join(' · '))
    paper.text(say('told', { how: one.how, day: formatDate(one.begunOn, lang) }))
    if (one.link !== '') paper.text(one.link)
    if (one.body !== '') paper.text(one.body)
    const staff = read.length + missing.length + arrived.length
    paper.heading('H2', say('coverage', { read: read.length, staff }))
    if (one.onPaper > 0) paper.text(say('on_paper', { count: one.onPaper }))
    if (read.length === 0) return
    const columns = [
      { title: say('reader'), share: 0.7 },
      { title: say('read_on'), share: 0.3 },
    ]
    paper.table(
      columns,
      read.map(({ posts, readOn }) => [
        posts[0] ? t(`people.roles.${posts[0].role}`) : '',
        formatShortDate(readOn, lang),
      ]),
    )
  })
}
