import { Readable } from 'node:stream'
import { getBookRulesById } from '../../administrations/index.ts'
import { assignedTo, listColleagues } from '../../people/index.ts'
import { localDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/database/connection.ts'
import type { System } from '../../system.ts'
import type { Paper, Proof, ProofQuestion, TellProofs } from '../proof.ts'
import { listTasksOfOrigin } from '../tasks/index.ts'
import { lacksOf } from './lacks.ts'
import { missingRoles } from './charter.ts'
import { listCharters } from './charter-store.ts'
import { drawCharter, drawMinutes } from './draw-papers.ts'
import { listAttendance, listMeetings, type Meeting } from './meeting-store.ts'
import { teamUrls } from './urls.ts'

/** The team of a centre: its charter, the roles in it, and the meetings that were held. */
export function tellTeamProofs(system: System): TellProofs {
  return async (db, question) => {
    const { centreId } = question
    if (centreId === null) return []
    const place = { ...question, centreId }
    return [...(await tellCharter(system, db, place)), ...(await tellMeetings(system, db, place))]
  }
}

type OfCentre = ProofQuestion & { centreId: string }

async function tellCharter(system: System, db: Db, question: OfCentre): Promise<Proof[]> {
  const { administrationId, centreId, year, slug, today, t } = question
  const [charter] = await listCharters(db, { administrationId, centreId, year })
  if (!charter) return []
  const colleagues = await listColleagues(db, administrationId, today)
  const assigned = assignedTo(colleagues, centreId)
  // a proof may leave the house, so it counts people and names nobody
  const lacks = lacksOf(t, charter, { colleagues, assigned }, ({ length }) => String(length))
  const missing = missingRoles(charter.members)
  const words = await wordsFor(system, db, question)
  const { version, writtenAt, charterId } = charter
  const title = t('improvements-team.charter_title', { year, centre: words.centre })
  const on = localDate(writtenAt, words.timeZone)
  const shared = { on, href: teamUrls(slug).team }
  const paper: Paper = {
    fileName: `acta-${year}-v${version}-${charterId.slice(0, 8)}.pdf`,
    title,
    on,
    review: 'none',
    open: async ({ mask }) =>
      Readable.from([await drawCharter({ ...words, mask }, charter, { withNames: false })]),
  }
  return [
    {
      ...shared,
      key: 'team.charter',
      title,
      state: lacks.length === 0 ? 'proved' : 'begun',
      lacks,
      papers: [paper],
    },
    {
      ...shared,
      key: 'team.roles',
      title,
      state: missing.length === 0 ? 'proved' : 'begun',
      lacks: missing.map((role) =>
        t('improvements-team.lacks.roles', { roles: t(`improvements-team.roles.${role}`) }),
      ),
      papers: [],
    },
  ]
}

async function tellMeetings(system: System, db: Db, question: OfCentre): Promise<Proof[]> {
  const { administrationId, centreId, year, today, slug, t } = question
  const days = { from: `${year}-01-01`, until: `${year}-12-31`, centreId }
  const meetings = await listMeetings(db, administrationId, days)
  if (meetings.length === 0) return []
  const held = meetings.filter(({ heldOn }) => heldOn !== null)
  const late = meetings.filter(({ heldOn, plannedOn }) => heldOn === null && plannedOn < today)
  return [
    {
      key: 'team.meetings',
      title: t('improvements-team.proof_meetings', { count: held.length }),
      on: held.at(-1)?.heldOn ?? null,
      href: teamUrls(slug).meetings,
      state: held.length > 0 && late.length === 0 ? 'proved' : 'begun',
      lacks: late.map(({ plannedOn }) => t('improvements-team.lacks.held', { day: plannedOn })),
      papers: held.map((meeting) => paperOf(system, question, meeting)),
    },
  ]
}

function paperOf(system: System, question: OfCentre, meeting: Meeting): Paper {
  const { administrationId, meetingId, heldOn } = meeting
  return {
    fileName: `minuta-${heldOn ?? ''}-${meetingId.slice(0, 8)}.pdf`,
    title: question.t('improvements-team.meeting'),
    on: heldOn,
    // what was said may name anybody
    review: 'by_hand',
    async open({ db, mask, postOf }) {
      const words = await wordsFor(system, db, question)
      const came = (await listAttendance(db, administrationId, [meetingId])).get(meetingId) ?? []
      const agreements = await listTasksOfOrigin(db, administrationId, 'meeting', [meetingId])
      const ownerOf = (accountId: string) => words.ownPostOf(accountId) ?? postOf(accountId)
      const postsOf = (wanted: boolean) =>
        came.filter((one) => one.came === wanted).map(({ accountId }) => ownerOf(accountId))
      const told = { present: postsOf(true), absent: postsOf(false), ownerOf, agreements }
      return Readable.from([await drawMinutes({ ...words, mask }, meeting, told)])
    },
  }
}

/** Outside the house people of the team stand by the post that its charter gives them. */
async function wordsFor(
  system: System,
  db: Db,
  { administrationId, centreId, t, lang, year }: OfCentre,
) {
  const book = await getBookRulesById(system, administrationId, system.clock())
  const [charter] = await listCharters(db, { administrationId, centreId, year })
  const { name, timeZone } = book.administration
  const ownPostOf = (accountId: string) =>
    charter?.members.find((member) => member.accountId === accountId)?.post
  const centre = book.names.get(centreId) ?? ''
  return { t, lang, administration: name, centre, timeZone, ownPostOf }
}
