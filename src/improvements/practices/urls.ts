/** Good practices; `:slug` is the administration's. */
export const paths = {
  list: '/personal/:slug/practicas',
  one: '/personal/:slug/practicas/:practiceId',
  sheet: '/personal/:slug/practicas/:practiceId/ficha.pdf',
  plan: '/personal/:slug/practicas/:practiceId/plan',
  liaison: '/personal/:slug/practicas/:practiceId/enlace',
  evidence: '/personal/:slug/practicas/:practiceId/evidencias',
  recognition: '/personal/:slug/practicas/:practiceId/reconocimientos',
  checks: '/personal/:slug/practicas/:practiceId/revisiones',
} as const

export function practiceUrls(slug: string) {
  const of = (path: string, id = '') => path.replace(':slug', slug).replace(':practiceId', id)
  return {
    list: of(paths.list),
    one: (id: string) => of(paths.one, id),
    sheet: (id: string) => of(paths.sheet, id),
    plan: (id: string) => of(paths.plan, id),
    liaison: (id: string) => of(paths.liaison, id),
    evidence: (id: string) => of(paths.evidence, id),
    recognition: (id: string) => of(paths.recognition, id),
    checks: (id: string) => of(paths.checks, id),
  }
}
