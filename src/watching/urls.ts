import { staffCaseUrl } from '../cases/index.ts'

/** Where cases are followed; `:slug` is the administration's. */
export const paths = {
  day: '/personal/:slug/mi-dia',
  followed: '/personal/:slug/seguidos',
  letter: '/personal/:slug/seguidos/resumen',
  watch: '/personal/:slug/casos/:caseNumber/seguir',
  colleagues: '/personal/:slug/casos/:caseNumber/colegas',
  presence: '/personal/:slug/casos/:caseNumber/presencia',
} as const

export const followedUrl = (slug: string) => paths.followed.replace(':slug', slug)
export const letterUrl = (slug: string) => paths.letter.replace(':slug', slug)

export const watchUrl = (slug: string, caseNumber: string) =>
  `${staffCaseUrl(slug, caseNumber)}/seguir`
export const colleaguesUrl = (slug: string, caseNumber: string) =>
  `${staffCaseUrl(slug, caseNumber)}/colegas`
export const presenceUrl = (slug: string, caseNumber: string) =>
  `${staffCaseUrl(slug, caseNumber)}/presencia`
