import type { DisseminationSubject } from './dissemination.ts'

/** What the staff is told, and what each has to read; `:slug` is the administration's. */
export const paths = {
  list: '/personal/:slug/difusion',
  fresh: '/personal/:slug/difusion/nueva',
  one: '/personal/:slug/difusion/:disseminationId',
  paper: '/personal/:slug/difusion/:disseminationId/papel',
  evidence: '/personal/:slug/difusion/:disseminationId/evidencias',
  toRead: '/personal/:slug/para-leer',
  reading: '/personal/:slug/para-leer/:disseminationId',
} as const

export function disseminationUrls(slug: string) {
  const of = (path: string, id = '') => path.replace(':slug', slug).replace(/:\w+Id/, id)
  return {
    list: of(paths.list),
    /** The form, filled in with what it is about. */
    fresh: (about?: { subject: DisseminationSubject; aboutId: string }) =>
      of(paths.fresh) + (about ? `?tema=${about.subject}&de=${about.aboutId}` : ''),
    one: (id: string) => of(paths.one, id),
    paper: (id: string) => of(paths.paper, id),
    evidence: (id: string) => of(paths.evidence, id),
    toRead: of(paths.toRead),
    reading: (id: string) => of(paths.reading, id),
  }
}
