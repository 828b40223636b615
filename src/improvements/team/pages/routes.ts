import { Router } from 'express'
import { staffOf, type Section } from '../../../people/index.ts'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { improvementReaders, improvers } from '../../improvement-policy.ts'
import { paths } from '../urls.ts'
import { sendMinutes, serveMinutes, showMeeting } from './meeting.ts'
import { sendMeetings, showMeetings } from './meetings.ts'
import { sendCharter, sendSignature, serveCharter, showTeam } from './team.ts'

const teamReaders = [...improvementReaders, 'site_officer'] as const

export const teamSection: Section = {
  text: 'improvements-team.section',
  path: 'equipo',
  roles: teamReaders,
}

/** Whoever works in a centre reads its charter, accepts what is theirs and sees its minutes. */
export function teamRoutes(system: System): Router {
  const router = Router()
  const reading = staffOf(...teamReaders)
  const improving = staffOf(...improvers)
  addRoutes(router, [
    ['get', paths.team, reading, showTeam(system)],
    ['post', paths.team, improving, sendCharter(system)],
    ['post', paths.signature, reading, sendSignature(system)],
    ['get', paths.charterPaper, reading, serveCharter(system)],
    ['get', paths.meetings, reading, showMeetings(system)],
    ['post', paths.meetings, improving, sendMeetings(system)],
    ['get', paths.meeting, reading, showMeeting(system)],
    ['post', paths.meeting, reading, sendMinutes(system)],
    ['get', paths.minutesPaper, reading, serveMinutes(system)],
  ])
  return router
}
