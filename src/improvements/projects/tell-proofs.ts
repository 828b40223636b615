import { Readable } from 'node:stream'
import { getAdministration } from '../../administrations/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import { localDate, type PlainDate } from '../../platform/dates.ts'
import type { System } from '../../system.ts'
import {
  listEvidence,
  listPairs,
  paperOfEvidence,
  papersOfPair,
  type PhotoPair,
} from '../evidence/index.ts'
import { postsOf } from '../posts-of.ts'
import type { Paper, Proof, ProofKey, ProofQuestion, TellProofs } from '../proof.ts'
import { projectUrls } from './urls.ts'
import { peopleOf } from './people-of.ts'
import { planLacks } from './plan-rules.ts'
import { drawProject, type ProjectPaper, type ProjectPaperWords } from './project-paper.ts'
import { listProjects } from './project-store.ts'
import { APPROVED } from './project-states.ts'
import { readProject, type WholeProject } from './read-project.ts'

/** What the projects of a place have to show of a year in which they ran. */
export function tellProjectProofs(system: Pick<System, 'db' | 'config' | 'log'>): TellProofs {
  return async (db, question) => {
    const { administrationId, centreId, year, today } = question
    const projects = (await listProjects(db, administrationId)).filter(
      (project) =>
        project.centreId === centreId &&
        project.state !== 'abandoned' &&
        project.startsOn <= `${year}-12-31` &&
        (project.finishedOn ?? project.endsOn) >= `${year}-01-01`,
    )
    const told: Proof[] = []
    for (const project of projects) {
      const whole = await readProject(db, project, today)
      told.push(...(await proofsOf(system, db, whole, question)))
    }
    return told
  }
}

async function proofsOf(
  system: Pick<System, 'db' | 'config' | 'log'>,
  db: Db,
  whole: WholeProject,
  question: ProofQuestion,
): Promise<Proof[]> {
  const { project, warnings, departures, official, reports, indicator } = whole
  const { administrationId, projectId, reference, state, approvedAt } = project
  const { slug, t, today } = question
  const { timeZone, name } = await getAdministration(db, administrationId)
  const about = { kind: 'project', id: projectId } as const
  const pairs = await listPairs(db, administrationId, about)
  const evidence = await listEvidence(db, administrationId, about)
  const lack = (key: string) => t(`improvements-projects.lacks.${key}`)
  const said = (isWhole: boolean, ...lacks: string[]) => (isWhole ? [] : lacks)
  const words = { question, timeZone, author: name }
  const paper = (kind: ProjectPaper) => paperOf(whole, kind, words)
  const proof = (key: ProofKey, lacks: readonly string[], papers: readonly Paper[]): Proof => ({
    key,
    title: project.title,
    on: approvedAt ? localDate(approvedAt, timeZone) : null,
    href: projectUrls(slug).project(projectId),
    state: lacks.length === 0 ? 'proved' : 'begun',
    lacks,
    papers,
  })
  const isApproved = APPROVED.includes(state)
  const isOfficial = official[0]?.status === 'approved'
  const isReported = reports.length > 0 && whole.owed.every(isGivenBy(today))
  const planned = planLacks(project.kind, project, indicator !== null)
  return [
    ...(reference
      ? [
          proof(
            'project.from_gap',
            [
              ...warnings.map((warning) => t(`improvements-projects.warning.${warning}`)),
              ...said(departures.length === 0, lack('departs')),
            ],
            [paper('plan')],
          ),
        ]
      : []),
    proof('project.plan', said(planned.length === 0, lack('plan')), [paper('plan')]),
    proof('project.approved', said(isApproved, lack('approved')), []),
    proof('project.official_status', said(isOfficial, lack('official')), []),
    proof('project.progress', said(isReported, lack('progress')), [
      paper('report'),
      ...evidence.map((item) => paperOfEvidence(system, item)),
    ]),
    proof('effect.before_after', said(Boolean(indicator?.measuredAt), lack('effect')), [
      paper('report'),
      // nothing was learnt from it for good while it runs
      ...(project.finishedOn === null ? [] : [paper('lessons')]),
    ]),
    ...(pairs.length === 0
      ? []
      : [
          {
            ...proof('effect.photos', doubtsIn(pairs, lack), []),
            pairs: pairs.map((pair) => papersOfPair(system, pair, t)),
          },
        ]),
  ]
}

function isGivenBy(today: string) {
  return ({ on, reportedOn }: WholeProject['owed'][number]) => reportedOn !== null || on >= today
}

function doubtsIn(pairs: readonly PhotoPair[], lack: (key: string) => string): string[] {
  return pairs.some(({ doubts }) => doubts.length === 0) ? [] : [lack('photos')]
}

/** The day of what a paper speaks of: when the plan was settled, when the last was reported, when it ended. */
function dayOf(
  kind: ProjectPaper,
  { project, reports, indicator }: WholeProject,
  timeZone: string,
): PlainDate | null {
  const dayIn = (at: Date | null | undefined) => (at ? localDate(at, timeZone) : null)
  switch (kind) {
    case 'plan':
      return dayIn(project.approvedAt) ?? project.startsOn
    case 'report': {
      const told = [...reports.map(({ reportedOn }) => reportedOn), dayIn(indicator?.measuredAt)]
      return (
        told
          .filter((day) => day !== null)
          .toSorted()
          .at(-1) ?? null
      )
    }
    case 'lessons':
      return project.finishedOn
  }
}

function paperOf(
  whole: WholeProject,
  kind: ProjectPaper,
  {
    question,
    ...words
  }: Pick<ProjectPaperWords, 'timeZone' | 'author'> & {
    question: ProofQuestion
  },
): Paper {
  const { project } = whole
  const { t, lang } = question
  const file = t(`improvements-projects.paper.file.${kind}`)
  return {
    fileName: `${file}-${project.number}.pdf`,
    title: t(`improvements-projects.paper.${kind}`, { title: project.title }),
    on: dayOf(kind, whole, words.timeZone),
    // what people outside said stands in it as they wrote it
    review: kind === 'lessons' && whole.comments.length > 0 ? 'by_hand' : 'none',
    open: async (leaving) => {
      const names = postsOf(leaving, peopleOf(whole))
      const { mask } = leaving
      const bytes = await drawProject(kind, whole, { t, lang, names, mask, ...words })
      return Readable.from([bytes])
    },
  }
}
