import { localDate } from '../../platform/dates.ts'
import { formatDate, type T } from '../../platform/i18n/index.ts'
import { makePaper, type FlowingPaper, type PaperWords } from '../../platform/pdf/index.ts'
import { sayEffect } from '../effect/index.ts'
import { PLAN_TEXTS } from './project.ts'
import type { WholeProject } from './read-project.ts'

/** The project as it was decided; what was done and came of it; what is worth knowing for the next one. */
export const PROJECT_PAPERS = ['plan', 'report', 'lessons'] as const
export type ProjectPaper = (typeof PROJECT_PAPERS)[number]

export interface ProjectPaperWords extends Pick<PaperWords, 'mask'> {
  t: T
  lang: string
  author: string
  timeZone: string
  /** Of everybody whom the project names. */
  names: ReadonlyMap<string, string>
}

type Part = (paper: FlowingPaper, whole: WholeProject, words: ProjectPaperWords) => void

const PARTS: Record<ProjectPaper, readonly Part[]> = {
  plan: [drawOrigin, drawPlan, drawActivities, drawOfficial],
  report: [drawOrigin, drawActivities, drawProgress, drawEffect],
  lessons: [drawEffect, drawDepartures, drawComments, drawChecks, drawReasons],
}

/** Written from what the project holds; nothing is typed a second time. */
export function drawProject(
  kind: ProjectPaper,
  whole: WholeProject,
  words: ProjectPaperWords,
): Promise<Buffer> {
  const { t, lang, author, mask } = words
  const { project } = whole
  const title = t(`improvements-projects.paper.${kind}`, { title: project.title })
  const number = t('improvements-projects.number', { number: project.number })
  const foot = `${number} · ${project.title}`
  return makePaper({ t, lang, title, author, foot, mask }, (paper) => {
    const state = t(`improvements-projects.state.${project.state}`)
    paper.text(`${number} · ${state}`, { soft: true })
    for (const draw of PARTS[kind]) draw(paper, whole, words)
  })
}

function drawOrigin(paper: FlowingPaper, { project }: WholeProject, { t }: ProjectPaperWords) {
  const { reference } = project
  if (!reference) return
  paper.heading('H2', t('improvements-projects.part.gap'))
  const { activity, problem, action, links } = reference
  paper.list([
    { title: t('improvements-projects.reference.activity'), text: activity },
    { title: t('improvements-projects.field.problem'), text: problem },
    { title: t('improvements-projects.field.action'), text: action },
    ...links.map(({ name, n, of }) => ({
      title: t('improvements-projects.reference.shown_by'),
      text:
        n === null
          ? t('improvements-projects.reference.link_few', { name })
          : t('improvements-projects.reference.link', { name, n, of }),
    })),
  ])
}

function drawPlan(paper: FlowingPaper, { project }: WholeProject, { t, lang }: ProjectPaperWords) {
  const { plan, startsOn, endsOn } = project
  paper.heading('H2', t('improvements-projects.part.plan'))
  paper.list([
    ...PLAN_TEXTS.filter((field) => plan[field] !== '').map((field) => ({
      title: t(`improvements-projects.field.${field}`),
      text: plan[field],
    })),
    {
      title: t('improvements-projects.fact.days'),
      text: t('improvements-projects.from_until', {
        from: formatDate(startsOn, lang),
        until: formatDate(endsOn, lang),
      }),
    },
  ])
}

function drawActivities(
  paper: FlowingPaper,
  { activities, planned, real }: WholeProject,
  { t, lang, names }: ProjectPaperWords,
) {
  if (activities.length === 0) return
  paper.heading('H2', t('improvements-projects.plan.activities'))
  paper.text(t('improvements-projects.progress.whole', { planned, real }))
  const column = (name: string, share: number) => ({
    title: t(`improvements-projects.progress.column.${name}`),
    share,
  })
  paper.table(
    [
      column('activity', 0.3),
      column('owner', 0.2),
      column('days', 0.22),
      column('evidence', 0.18),
      column('real', 0.1),
    ],
    activities.map(({ what, ownerId, startsOn, endsOn, evidence, real: done }) => [
      what,
      names.get(ownerId) ?? '',
      t('improvements-projects.from_until', {
        from: formatDate(startsOn, lang),
        until: formatDate(endsOn, lang),
      }),
      evidence,
      t('improvements-projects.percent', { n: done }),
    ]),
  )
}

function drawOfficial(paper: FlowingPaper, { official }: WholeProject, words: ProjectPaperWords) {
  const { t, lang } = words
  if (official.length === 0) return
  paper.heading('H2', t('improvements-projects.part.official'))
  paper.list(
    official.map(({ platform, number, status, on, proof }) => ({
      title: t(`improvements-projects.official.status.${status}`),
      text: [platform, number, formatDate(on, lang), proof].filter(Boolean).join(' · '),
    })),
  )
}

function drawProgress(paper: FlowingPaper, { reports }: WholeProject, words: ProjectPaperWords) {
  const { t, lang } = words
  if (reports.length === 0) return
  paper.heading('H2', t('improvements-projects.part.progress'))
  paper.list(
    reports.map(({ reportedOn, text, planned, real }) => ({
      title: formatDate(reportedOn, lang),
      text: `${text}\n${t('improvements-projects.progress.whole', { planned, real })}`,
    })),
  )
}

function drawEffect(paper: FlowingPaper, { indicator }: WholeProject, words: ProjectPaperWords) {
  const { t, lang } = words
  const said = indicator && sayEffect(indicator, t, lang)
  paper.heading('H2', t('improvements-projects.part.effect'))
  if (!said) return paper.text(t('improvements-projects.paper.not_measured'))
  paper.text(`${said.title}. ${said.sentence}`)
  paper.text(said.numbers, { soft: true })
}

function drawDepartures(
  paper: FlowingPaper,
  { departures, project }: WholeProject,
  words: ProjectPaperWords,
) {
  const { t } = words
  if (departures.length === 0) return
  paper.heading('H2', t('improvements-projects.reference.departs'))
  paper.list(
    departures.map(({ field }) => ({
      title: t(`improvements-projects.field.${field}`),
      text: project.plan[field],
    })),
  )
}

/** Of people outside only their words stand here. */
function drawComments(paper: FlowingPaper, { comments }: WholeProject, words: ProjectPaperWords) {
  const { t, names } = words
  if (comments.length === 0) return
  paper.heading('H2', t('improvements-projects.part.comments'))
  for (const { accountId, text, outcome, answer } of comments) {
    const author =
      accountId === null ? t('improvements-projects.comments.person') : (names.get(accountId) ?? '')
    paper.quote(text, author)
    if (outcome) paper.text(`${t(`improvements-projects.comments.outcome.${outcome}`)}. ${answer}`)
  }
}

function drawChecks(paper: FlowingPaper, { reports }: WholeProject, words: ProjectPaperWords) {
  const { t, lang } = words
  const differing = reports.filter(({ check }) => check?.result === 'differs')
  if (differing.length === 0) return
  paper.heading('H2', t('improvements-projects.paper.differed'))
  paper.list(
    differing.map(({ reportedOn, check }) => ({
      title: formatDate(reportedOn, lang),
      text: check?.note ?? '',
    })),
  )
}

function drawReasons(paper: FlowingPaper, { steps }: WholeProject, words: ProjectPaperWords) {
  const { t, lang, names, timeZone } = words
  const reasoned = steps.filter(({ reason }) => reason !== '')
  if (reasoned.length === 0) return
  paper.heading('H2', t('improvements-projects.part.history'))
  paper.list(
    reasoned.map(({ action, at, accountId, reason }) => ({
      title: `${formatDate(localDate(at, timeZone), lang)} · ${t(`improvements-projects.history.${action}`, { name: names.get(accountId) ?? '' })}`,
      text: reason,
    })),
  )
}
