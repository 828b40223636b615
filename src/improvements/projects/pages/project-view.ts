import { localDate } from '../../../platform/dates.ts'
import { formatDate, formatNumber, type T } from '../../../platform/i18n/index.ts'
import { drawGantt } from '../gantt.ts'
import { isBehind } from '../progress-rules.ts'
import { PLAN_TEXTS } from '../project.ts'
import { RUNNING } from '../project-states.ts'
import { STATE_CLASS } from './list.ts'
import { placeName, type ProjectVisit } from './room.ts'

type Names = ReadonlyMap<string, string>

/** What the page of a project says, besides its forms. */
export function projectView(visit: ProjectVisit, names: Names) {
  const { room, whole } = visit
  const { project, warnings, departures } = whole
  const { t } = room
  const { reference, state } = project
  return {
    projectId: project.projectId,
    version: project.version,
    isShort: project.kind === 'short',
    number: t('improvements-projects.number', { number: project.number }),
    state: { text: t(`improvements-projects.state.${state}`), classes: STATE_CLASS[state] },
    facts: factsOf(visit, names),
    warnings: [
      ...warnings.map((warning) => t(`improvements-projects.warning.${warning}`)),
      ...(whole.ownerLeft ? [t('improvements-projects.warning.owner_left')] : []),
    ],
    reference: reference && {
      facts: [
        {
          key: t('improvements-projects.reference.process'),
          value: t('improvements-projects.reference.of', {
            service: room.book.names.get(reference.serviceId) ?? '',
            process: reference.processVersion,
            gap: reference.gapVersion,
          }),
        },
        { key: t('improvements-projects.reference.activity'), value: reference.activity },
        { key: t('improvements-projects.field.problem'), value: reference.problem },
        { key: t('improvements-projects.field.action'), value: reference.action },
        {
          key: t('improvements-projects.reference.priority'),
          value: t(`improvements-projects.reference.${reference.isTop ? 'top' : 'not_top'}`, {
            score: reference.score,
          }),
        },
      ],
      links: reference.links.map(({ name, n, of }) =>
        n === null
          ? t('improvements-projects.reference.link_few', { name })
          : t('improvements-projects.reference.link', { name, n, of }),
      ),
    },
    departures: departures.map(({ field, pieces }) => ({
      field: t(`improvements-projects.field.${field}`),
      pieces,
    })),
    answers: PLAN_TEXTS.filter((field) => project.plan[field] !== '').map((field) => ({
      key: t(
        `improvements-projects.field.${project.kind === 'short' && field === 'where' ? 'before' : field}`,
      ),
      value: project.plan[field],
      requirement: field === 'feasibility' ? 'PM-04' : null,
    })),
    feasible:
      project.plan.feasible === ''
        ? null
        : t(`improvements-projects.feasible.${project.plan.feasible}`),
    ...progressView(visit, names),
    official: whole.official.map((one) => ({
      ...one,
      status: t(`improvements-projects.official.status.${one.status}`),
    })),
    comments: whole.comments.map((comment) => ({
      ...comment,
      author:
        comment.accountId === null
          ? t('improvements-projects.comments.person')
          : (names.get(comment.accountId) ?? ''),
      said: comment.outcome && t(`improvements-projects.comments.outcome.${comment.outcome}`),
      url: room.urls.answer(project.projectId, comment.commentId),
    })),
    asked: sayAsked(whole.asked, t),
    history: historyOf(visit, names),
  }
}

/** Nobody is counted where nobody was. */
function sayAsked({ asked, answered }: { asked: number; answered: number }, t: T): string {
  if (asked === 0) return t('improvements-projects.comments.nobody_asked')
  const said = t('improvements-projects.comments.asked', { count: asked })
  const back =
    answered === 0
      ? t('improvements-projects.comments.nobody_answered')
      : t('improvements-projects.comments.answered', { count: answered })
  return `${said} ${back}`
}

function factsOf({ room, whole }: ProjectVisit, names: Names) {
  const { project, ownerLeft } = whole
  const { t, lang } = room
  const owner = names.get(project.ownerId) ?? ''
  return [
    { key: t('improvements-projects.fact.place'), value: placeName(room, project.centreId) },
    {
      key: t('improvements-projects.fact.owner'),
      value: ownerLeft ? t('improvements-projects.left', { name: owner }) : owner,
    },
    {
      key: t('improvements-projects.fact.days'),
      value: t('improvements-projects.from_until', {
        from: formatDate(project.startsOn, lang),
        until: formatDate(project.endsOn, lang),
      }),
    },
    {
      key: t('improvements-projects.fact.rhythm'),
      value: t(`improvements-projects.rhythm.${project.reportEvery}`),
    },
  ]
}

function progressView({ room, whole }: ProjectVisit, names: Names) {
  const { project, activities, planned, real, reports, owed } = whole
  const { t, today, lang } = room
  const { startsOn, endsOn } = project
  const isRunning = RUNNING.includes(project.state)
  const percents = { planned: formatNumber(planned, lang), real: formatNumber(real, lang) }
  return {
    activities: activities.map((activity) => ({
      ...activity,
      owner: activity.ownerLeft
        ? t('improvements-projects.left', { name: names.get(activity.ownerId) ?? '' })
        : (names.get(activity.ownerId) ?? ''),
    })),
    gantt:
      activities.length === 0
        ? null
        : drawGantt(
            activities.map(({ what, startsOn: from, endsOn: until, real: done }) => ({
              label: what,
              from,
              until,
              done,
            })),
            { from: startsOn, until: endsOn, today },
            {
              title: t('improvements-projects.progress.gantt'),
              description: t('improvements-projects.progress.gantt_says', percents),
              today: t('improvements-projects.progress.today'),
            },
          ),
    whole: t('improvements-projects.progress.whole', percents),
    isBehind: isRunning && isBehind(planned, real),
    owed: isRunning
      ? owed.map(({ on, reportedOn }) => ({
          on,
          reportedOn,
          isLate: reportedOn === null && on < today,
        }))
      : [],
    reports: reports.toReversed().map((report) => ({
      ...report,
      by: names.get(report.reportedBy) ?? '',
      checkedBy: report.check ? (names.get(report.check.by) ?? '') : '',
      mayCheck: report.check === null && report.reportedBy !== room.deed.accountId,
      url: room.urls.check(project.projectId, report.reportId),
    })),
  }
}

/** Steps and versions as they came, the newest first. */
function historyOf({ room, whole }: ProjectVisit, names: Names) {
  const { t, lang, timeZone } = room
  const when = (at: Date) => formatDate(localDate(at, timeZone), lang)
  const written = whole.versions.map(({ version, writtenAt, writtenBy }) => ({
    version,
    when: when(writtenAt),
    text: t('improvements-projects.history.written', {
      version,
      name: names.get(writtenBy) ?? '',
    }),
    reason: '',
  }))
  const steps = whole.steps.map(({ version, action, at, accountId, reason }) => ({
    version,
    when: when(at),
    text: t(`improvements-projects.history.${action}`, { name: names.get(accountId) ?? '' }),
    reason,
  }))
  return [...written, ...steps].toSorted((one, other) => other.version - one.version)
}
