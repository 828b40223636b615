/** The drawer of evidence; `:slug` is the administration's. */
export const paths = {
  file: '/personal/:slug/evidencias/:evidenceId/archivo',
  preview: '/personal/:slug/evidencias/:evidenceId.jpg',
  removal: '/personal/:slug/evidencias/:evidenceId/retiro',
  publicPhoto: '/:slug/fotos/:evidenceId.jpg',
} as const

export function evidenceUrls(slug: string) {
  const of = (path: string, evidenceId: string) =>
    path.replace(':slug', slug).replace(':evidenceId', evidenceId)
  return {
    file: (id: string) => of(paths.file, id),
    preview: (id: string) => of(paths.preview, id),
    removal: (id: string) => of(paths.removal, id),
    publicPhoto: (id: string) => of(paths.publicPhoto, id),
  }
}
