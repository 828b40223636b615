/** For how long things are kept; `:slug` is the administration's. */
export const paths = {
  retention: '/personal/:slug/conservacion',
  term: '/personal/:slug/conservacion/:termId',
} as const

export function retentionUrl(slug: string): string {
  return paths.retention.replace(':slug', slug)
}

export function termUrl(slug: string, termId: string): string {
  return paths.term.replace(':slug', slug).replace(':termId', termId)
}
