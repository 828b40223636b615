/** Where the office prints blank sheets and notes which written ones came in. */
export const paths = {
  sheets: '/personal/:slug/hojas',
  piles: '/personal/:slug/hojas/recibidas',
  blocks: '/personal/:slug/hojas/imprimir',
  block: '/personal/:slug/hojas/:blockId.pdf',
} as const

export type SheetsUrls = Record<keyof typeof paths, string>

export function sheetsUrls(slug: string, blockId = ''): SheetsUrls {
  const fill = (path: string) => path.replace(':slug', slug).replace(':blockId', blockId)
  const entries = Object.entries(paths).map(([name, path]) => [name, fill(path)])
  return Object.fromEntries(entries) as SheetsUrls
}
