import type { ILayer } from 'express-serve-static-core'
import type { Express } from 'express'

export interface SeenRoute {
  method: string
  path: string
}

/** Every route that the app answers, as it was registered. */
export function listRoutes(app: Express): SeenRoute[] {
  return within(app.router.stack)
}

function within(layers: readonly ILayer[]): SeenRoute[] {
  return layers.flatMap(({ route, handle }) => {
    if (route) return [...methodsOf(route.stack)].map((method) => ({ method, path: route.path }))
    return 'stack' in handle ? within(handle.stack as ILayer[]) : []
  })
}

const methodsOf = (steps: readonly ILayer[]) => new Set(steps.map(({ method }) => method))
