/** The rooms of the routing rules; `:slug` is the administration's. */
export const paths = {
  list: '/personal/:slug/reglas-de-turno',
  add: '/personal/:slug/reglas-de-turno/nueva',
  trial: '/personal/:slug/reglas-de-turno/probar',
  order: '/personal/:slug/reglas-de-turno/orden',
  rule: '/personal/:slug/reglas-de-turno/:ruleId',
  validity: '/personal/:slug/reglas-de-turno/:ruleId/vigencia',
} as const

export type RoutingUrls = ReturnType<typeof routingUrls>

export function routingUrls(slug: string) {
  const of = (path: string, ruleId = '') => path.replace(':slug', slug).replace(':ruleId', ruleId)
  return {
    list: of(paths.list),
    add: of(paths.add),
    trial: of(paths.trial),
    order: of(paths.order),
    rule: (ruleId: string) => of(paths.rule, ruleId),
    validity: (ruleId: string) => of(paths.validity, ruleId),
  }
}
