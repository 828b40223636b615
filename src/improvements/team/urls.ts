/** The improvement team; `:slug` is the administration's. */
export const paths = {
  team: '/personal/:slug/equipo',
  signature: '/personal/:slug/equipo/firma',
  charterPaper: '/personal/:slug/equipo/acta.pdf',
  meetings: '/personal/:slug/equipo/reuniones',
  meeting: '/personal/:slug/equipo/reuniones/:meetingId',
  minutesPaper: '/personal/:slug/equipo/reuniones/:meetingId/minuta.pdf',
} as const

export function teamUrls(slug: string) {
  const of = (path: string, id = '') => path.replace(':slug', slug).replace(/:\w+Id/, id)
  return {
    team: of(paths.team),
    signature: of(paths.signature),
    charterPaper: of(paths.charterPaper),
    meetings: of(paths.meetings),
    meeting: (id: string) => of(paths.meeting, id),
    minutesPaper: (id: string) => of(paths.minutesPaper, id),
  }
}
