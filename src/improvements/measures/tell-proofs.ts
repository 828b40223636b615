import { Readable } from 'node:stream'
import { getBookRulesById } from '../../administrations/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import type { System } from '../../system.ts'
import { listEvidenceOf, listPairsOf, paperOfEvidence, papersOfPair } from '../evidence/index.ts'
import { postsOf } from '../posts-of.ts'
import type { Leaving, Proof, ProofQuestion, TellProofs } from '../proof.ts'
import { listTasksOfOrigin } from '../tasks/index.ts'
import { listCorrectives } from './corrective-store.ts'
import { drawInspections } from './draw-inspections.ts'
import { monthsWithout } from './inspection.ts'
import { listInspections, listSeen } from './inspection-store.ts'
import { measureUrls } from './urls.ts'

/** The corrective action plan with its photos, the programme of inspections and what they found. */
export function tellMeasureProofs(system: System): TellProofs {
  return async (db, question) => [
    ...(await tellPlan(system, db, question)),
    ...(await tellInspections(system, db, question)),
  ]
}

async function tellPlan(system: System, db: Db, question: ProofQuestion): Promise<Proof[]> {
  const { administrationId, centreId, slug, year, t } = question
  const all = await listCorrectives(db, administrationId, centreId)
  const plans = all.filter(({ notedAt }) => notedAt.getUTCFullYear() === year)
  if (plans.length === 0) return []
  const ids = plans.map(({ correctiveId }) => correctiveId)
  const tasks = await listTasksOfOrigin(db, administrationId, 'corrective', ids)
  const taskIds = tasks.map(({ taskId }) => taskId)
  const photos = await listEvidenceOf(db, administrationId, 'task', taskIds)
  const pairs = await listPairsOf(db, administrationId, 'task', taskIds)
  const isPaired = pairs.length > 0
  const shared = { on: null, href: measureUrls(slug).measures }
  return [
    {
      ...shared,
      key: 'measures.plan',
      title: t('improvements-measures.proof.plan', { count: plans.length }),
      state: 'proved',
      lacks: [],
      papers: [],
    },
    {
      ...shared,
      key: 'measures.photos',
      title: t('improvements-measures.proof.photos', { count: pairs.length }),
      state: isPaired ? 'proved' : 'begun',
      lacks: isPaired ? [] : [t('improvements-measures.proof.no_pairs')],
      papers: photos.map((photo) => paperOfEvidence(system, photo)),
      pairs: pairs.map((pair) => papersOfPair(system, pair, t)),
    },
  ]
}

async function tellInspections(system: System, db: Db, question: ProofQuestion): Promise<Proof[]> {
  const { administrationId, centreId, slug, year, today, t, lang } = question
  if (centreId === null) return []
  const days = { from: `${year}-01-01`, until: `${year}-12-31` }
  const inspections = await listInspections(db, administrationId, { ...days, centreId })
  if (inspections.length === 0) return []
  const missing = monthsWithout(inspections, year, inspections[0]?.plannedOn ?? days.from)
  const done = inspections.filter(({ doneOn }) => doneOn !== null)
  const lastDone =
    done
      .map(({ doneOn }) => doneOn)
      .toSorted()
      .at(-1) ?? null
  const late = inspections.filter(({ doneOn, plannedOn }) => doneOn === null && plannedOn < today)
  const href = measureUrls(slug).inspections
  const open = async (leaving: Leaving) => {
    const book = await getBookRulesById(system, administrationId, system.clock())
    const centre = book.centres.find((each) => each.centreId === centreId)
    if (!centre) throw new Error('a centre is gone')
    const ids = done.map(({ inspectionId }) => inspectionId)
    const seen = await listSeen(leaving.db, administrationId, ids)
    const names = postsOf(
      leaving,
      inspections.flatMap(({ doneBy, inspectorId }) => [doneBy, inspectorId]),
    )
    const { mask } = leaving
    return Readable.from([
      await drawInspections({ t, lang, book, centre, year, inspections, seen, names, mask }),
    ])
  }
  const title = t('improvements-measures.proof.reports', { count: done.length })
  return [
    {
      key: 'inspections.programme',
      title: t('improvements-measures.proof.programme', { count: inspections.length }),
      on: null,
      href,
      state: missing.length === 0 ? 'proved' : 'begun',
      lacks: missing.map((month) => t('improvements-measures.proof.no_month', { month })),
      papers: [],
    },
    {
      key: 'inspections.reports',
      title,
      on: null,
      href,
      state: done.length > 0 && late.length === 0 ? 'proved' : 'begun',
      lacks: late.map(({ plannedOn }) => t('improvements-measures.proof.late', { day: plannedOn })),
      papers:
        done.length === 0
          ? []
          : [{ fileName: `inspecciones-${year}.pdf`, title, on: lastDone, review: 'none', open }],
    },
  ]
}
