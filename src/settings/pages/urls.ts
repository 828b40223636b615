/** What an administration settled, and who; `:slug` is the administration's. */
export const paths = {
  changes: '/personal/:slug/cambios',
  undo: '/personal/:slug/cambios/deshacer',
} as const

export function changesUrl(slug: string): string {
  return paths.changes.replace(':slug', slug)
}
