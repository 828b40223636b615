import type { Express } from 'express'

export interface KnownRoute {
  method: string
  path: string
}

interface Layer {
  route?: { path: unknown; methods: Readonly<Record<string, boolean>> }
  handle?: { stack?: readonly Layer[] }
}

/** Every route as it was registered, so that a new one is tried from its first day. */
export function routesOf(app: Express): KnownRoute[] {
  const found = inLayers((app.router as unknown as { stack: readonly Layer[] }).stack)
  return [...found, { method: 'get', path: '/assets/:file' }]
}

function inLayers(layers: readonly Layer[]): KnownRoute[] {
  return layers.flatMap(({ route, handle }) => {
    if (!route) return inLayers(handle?.stack ?? [])
    const { path } = route
    if (typeof path !== 'string') return []
    return Object.keys(route.methods).map((method) => ({ method, path }))
  })
}
