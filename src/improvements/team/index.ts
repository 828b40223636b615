/**
 * The improvement team of a centre: its charter in versions that each member accepts on screen, its meetings
 * with minutes, who came and what was agreed, followed until done (MAS, EM-01 to EM-04).
 */
export { FREQUENCIES, TEAM_ROLES, type Charter } from './charter.ts'
export { signCharter, writeCharter } from './actions/keep-charter.ts'
export { planMeetings, writeMinutes } from './actions/keep-meetings.ts'
export { listCharters } from './charter-store.ts'
export { listMeetings } from './meeting-store.ts'
export { teamRoutes, teamSection } from './pages/routes.ts'
export { tellMeetingsDue } from './tell-due.ts'
export { tellTeamProofs } from './tell-proofs.ts'
