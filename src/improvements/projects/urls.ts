/** Projects, as those who plan, decide and check see them; `:slug` is the administration's. */
const ROOM = '/personal/:slug/proyectos'
const ONE = `${ROOM}/:projectId`

export const paths = {
  list: ROOM,
  begin: `${ROOM}/nuevo`,
  short: `${ROOM}/corto`,
  approvers: `${ROOM}/aprobacion`,
  project: ONE,
  plan: `${ONE}/plan`,
  indicator: `${ONE}/indicador`,
  step: `${ONE}/paso`,
  progress: `${ONE}/avance`,
  check: `${ONE}/avance/:reportId`,
  official: `${ONE}/oficial`,
  handOver: `${ONE}/encargo`,
  effect: `${ONE}/efecto`,
  comment: `${ONE}/opiniones`,
  answer: `${ONE}/opiniones/:commentId`,
  ask: `${ONE}/preguntar`,
  evidence: `${ONE}/evidencia`,
  plan_paper: `${ONE}/ficha.pdf`,
  report_paper: `${ONE}/informe.pdf`,
  lessons_paper: `${ONE}/lecciones.pdf`,
  /** Opened by whoever was asked; no account. */
  asked: '/:slug/opinar/:token',
} as const

export type ProjectUrls = ReturnType<typeof projectUrls>

export function projectUrls(slug: string) {
  const of = (path: string, projectId = '') =>
    path.replace(':slug', slug).replace(':projectId', projectId)
  const one = (path: string) => (projectId: string) => of(path, projectId)
  return {
    list: of(paths.list),
    begin: of(paths.begin),
    short: of(paths.short),
    approvers: of(paths.approvers),
    project: one(paths.project),
    plan: one(paths.plan),
    indicator: one(paths.indicator),
    step: one(paths.step),
    progress: one(paths.progress),
    check: (projectId: string, reportId: string) =>
      of(paths.check, projectId).replace(':reportId', reportId),
    official: one(paths.official),
    handOver: one(paths.handOver),
    effect: one(paths.effect),
    comment: one(paths.comment),
    answer: (projectId: string, commentId: string) =>
      of(paths.answer, projectId).replace(':commentId', commentId),
    ask: one(paths.ask),
    evidence: one(paths.evidence),
    papers: {
      plan: one(paths.plan_paper),
      report: one(paths.report_paper),
      lessons: one(paths.lessons_paper),
    },
  }
}

export function askedUrl(slug: string, token: string): string {
  return paths.asked.replace(':slug', slug).replace(':token', token)
}
