import { Router } from 'express'
import { listAdministrations } from './administrations/index.ts'
import { addRoutes, anyone, render, type Page } from './platform/web/index.ts'
import type { System } from './system.ts'

/** The first page of an installation. */
export function home(system: System): Router {
  const router = Router()
  addRoutes(router, [['get', '/', anyone, showHome(system)]])
  return router
}

const showHome =
  ({ db }: System): Page =>
  async (_request, response) => {
    const administrations = await listAdministrations(db)
    response.locals.demo = administrations.some(({ demo }) => demo)
    const places = administrations.map(({ name, slug }) => ({ name, href: `/${slug}` }))
    render(response, 'home/home', { title: response.locals.t('home.title'), places })
  }
