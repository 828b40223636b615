import { Readable } from 'node:stream'
import { getAdministration, listServices } from '../../administrations/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import type { DueItem, DueQuestion } from '../due.ts'
import { postsOf } from '../posts-of.ts'
import type { Leaving, Proof, ProofQuestion } from '../proof.ts'
import { drawGaps } from './draw-gaps.ts'
import { listRows } from './gap-row-store.ts'
import { listGaps } from './gap-store.ts'
import type { Gap } from './gap.ts'

/** Of each process its newest analysis up to the end of the year: closed or not, prioritised, and still current. */
export async function tellProofs(db: Db, question: ProofQuestion): Promise<Proof[]> {
  const { administrationId, centreId, year, today, slug, t, lang } = question
  const until = `${year}-12-31`
  const gaps = newestClosed(
    (await listGaps(db, { administrationId, centreId })).filter(
      ({ closedOn }) => closedOn === null || closedOn <= until,
    ),
  )
  const { name: author } = await getAdministration(db, administrationId)
  const services = await namesOfServices(db, administrationId)
  const on = until < today ? until : today
  return gaps.flatMap((gap): Proof[] => {
    const service = services.get(gap.serviceId) ?? ''
    const version = t('improvements-gaps.version', { version: gap.version })
    const title = `${t('improvements-gaps.paper_title', { service })}. ${version}`
    const shared = { title, on: gap.closedOn, href: `/personal/${slug}/brechas/${gap.gapId}` }
    const closed = judged(gap.state === 'closed', t('improvements-gaps.not_closed'))
    const open = async (leaving: Leaving) => {
      const rows = await listRows(leaving.db, administrationId, [gap.gapId])
      const { mask } = leaving
      const names = postsOf(
        leaving,
        rows.map(({ ownerId }) => ownerId),
      )
      const words = { t, lang, service, place: '', author, names, mask }
      return Readable.from([await drawGaps(gap, rows, words)])
    }
    const fileName = `brechas-${gap.processId.slice(0, 8)}-v${gap.version}.pdf`
    const paper = { fileName, title, on: gap.closedOn, review: 'none' as const, open }
    const current = judged(
      gap.state === 'closed' && gap.reviewOn >= on,
      t('improvements-gaps.not_current'),
    )
    return [
      { key: 'gaps.analysis', ...shared, ...closed, papers: [paper] },
      { key: 'gaps.prioritised', ...shared, ...closed, papers: [] },
      { key: 'gaps.current', ...shared, ...current, papers: [] },
    ]
  })
}

/** The review of what was closed falls due on its day (AB-07). */
export async function tellDue(db: Db, question: DueQuestion): Promise<DueItem[]> {
  const { administrationId, slug, from, until, t } = question
  const gaps = newestClosed(await listGaps(db, { administrationId })).filter(
    ({ state, reviewOn }) => state === 'closed' && reviewOn >= from && reviewOn <= until,
  )
  const services = await namesOfServices(db, administrationId)
  return gaps.map((gap) => ({
    id: `gap-review-${gap.gapId}`,
    on: gap.reviewOn,
    kind: 'review',
    title: t('improvements-gaps.review_of', { service: services.get(gap.serviceId) ?? '' }),
    href: `/personal/${slug}/brechas/${gap.gapId}`,
    centreId: gap.centreId,
    ownerId: gap.writtenBy,
    doneOn: null,
  }))
}

/** Of each process the newest closed one, or the draft where none was closed. */
function newestClosed(gaps: readonly Gap[]): Gap[] {
  const byProcess = new Map<string, Gap>()
  for (const gap of gaps) {
    const known = byProcess.get(gap.processId)
    const isBetter =
      !known || (gap.state === known.state ? gap.version > known.version : gap.state === 'closed')
    if (isBetter) byProcess.set(gap.processId, gap)
  }
  return [...byProcess.values()]
}

async function namesOfServices(db: Db, administrationId: string): Promise<Map<string, string>> {
  const services = await listServices(db, administrationId)
  return new Map(services.map(({ serviceId, name }) => [serviceId, name]))
}

function judged(isProved: boolean, lack: string): Pick<Proof, 'state' | 'lacks'> {
  return isProved ? { state: 'proved', lacks: [] } : { state: 'begun', lacks: [lack] }
}
