/** Where surveys are answered, planned and read; `:slug` is the administration's. */
export const paths = {
  survey: '/:slug/encuesta/:code',
  thanks: '/:slug/encuesta/:code/gracias',
  list: '/personal/:slug/encuestas',
  add: '/personal/:slug/encuestas/nueva',
  rates: '/personal/:slug/encuestas/tasas',
  campaign: '/personal/:slug/encuestas/:campaignId',
  change: '/personal/:slug/encuestas/:campaignId/cambio',
  end: '/personal/:slug/encuestas/:campaignId/fin',
  words: '/personal/:slug/encuestas/:campaignId/comentarios',
} as const

export function surveyUrl(slug: string, code: string): string {
  return `/${slug}/encuesta/${code}`
}

export interface Way {
  via?: string
  centre?: string
  service?: string
}

/** With the door that it is reached by and the place that it asks about: for a poster, a tablet, a letter. */
export function surveyAddress(slug: string, code: string, { via, centre, service }: Way): string {
  const query = new URLSearchParams({
    ...(via && { via }),
    ...(centre && { oficina: centre }),
    ...(service && { servicio: service }),
  }).toString()
  return surveyUrl(slug, code) + (query && `?${query}`)
}

export type SurveyUrls = ReturnType<typeof surveyUrls>

export function surveyUrls(slug: string) {
  const of = (path: string, campaignId = '') =>
    path.replace(':slug', slug).replace(':campaignId', campaignId)
  return {
    list: of(paths.list),
    add: of(paths.add),
    rates: of(paths.rates),
    campaign: (campaignId: string) => of(paths.campaign, campaignId),
    change: (campaignId: string) => of(paths.change, campaignId),
    end: (campaignId: string) => of(paths.end, campaignId),
    words: (campaignId: string) => of(paths.words, campaignId),
  }
}
