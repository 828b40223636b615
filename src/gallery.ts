import { Router } from 'express'
import { addRoutes, anyone, render, type Page, type Route } from './platform/web/index.ts'

const showGallery =
  (layout: 'public' | 'staff'): Page =>
  (_request, response) => {
    if (layout === 'staff') response.locals.viewer = { ...sampleViewer }
    render(response, `gallery/${layout}`, { title: 'Componentes', backUrl: '/' }, { layout })
  }

const sampleViewer = {
  name: 'Rosa Quispe',
  role: 'Responsable del libro',
  signOutUrl: '/personal/salida',
  navigation: [
    { text: 'Escritorio', href: '/personal', current: true },
    { text: 'Buscar', href: '/personal/buscar', current: false },
  ],
}

const routes: readonly Route[] = [
  ['get', '/muestra', anyone, showGallery('public')],
  ['get', '/muestra/personal', anyone, showGallery('staff')],
]

/** Every component on two pages, to look at while building. Not in production. */
export function gallery(): Router {
  const router = Router()
  addRoutes(router, routes)
  return router
}
