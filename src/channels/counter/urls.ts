/** Where staff register what people say at the counter, by telephone or on paper. */
export const paths = {
  entry: '/personal/:slug/registrar',
  receipt: '/personal/:slug/registrar/:caseNumber/constancia.pdf',
} as const

export type CounterUrls = Record<keyof typeof paths, string>

export function counterUrls(slug: string, caseNumber = ''): CounterUrls {
  const fill = (path: string) => path.replace(':slug', slug).replace(':caseNumber', caseNumber)
  const entries = Object.entries(paths).map(([name, path]) => [name, fill(path)])
  return Object.fromEntries(entries) as CounterUrls
}
