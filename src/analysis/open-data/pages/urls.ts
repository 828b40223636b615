/** What everybody may read; the addresses of the files stay the same for ever. */
export const paths = {
  transparency: '/:slug/transparencia',
  datasets: '/:slug/datos',
  dictionary: '/:slug/datos/diccionario.json',
  csv: '/:slug/datos/indicadores-:year.csv',
  json: '/:slug/datos/indicadores-:year.json',
} as const

export function publicUrls(slug: string) {
  const of = (path: string) => path.replace(':slug', slug)
  return {
    transparency: of(paths.transparency),
    datasets: of(paths.datasets),
    dictionary: of(paths.dictionary),
    csv: (year: number) => of(paths.csv).replace(':year', String(year)),
    json: (year: number) => of(paths.json).replace(':year', String(year)),
  }
}
