import { Router } from 'express'
import { addRoutes, anyone, render, type Page, type Route } from './platform/web/index.ts'

const showHome: Page = (_request, response) => {
  render(response, 'home/home', { title: response.locals.t('home.title'), startUrl: '/demo/nuevo' })
}

const routes: readonly Route[] = [['get', '/', anyone, showHome]]

/** The first page of an installation. */
export function home(): Router {
  const router = Router()
  addRoutes(router, routes)
  return router
}
