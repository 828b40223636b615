import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express, { Router } from 'express'
import multer from 'multer'
import { Invalid, TooMany, WrongState } from '../../../src/platform/errors.ts'
import { securityHeaders } from '../../../src/platform/web/security-headers.ts'
import { gallery } from '../../../src/gallery.ts'
import {
  addRoutes,
  anyone,
  assetRoutes,
  ensureAssets,
  errorPage,
  noSuchPage,
  refuseBrokenAddress,
  render,
  webContext,
  type Route,
} from '../../../src/platform/web/index.ts'

const routes: readonly Route[] = [
  [
    'get',
    '/',
    anyone,
    (_, response) =>
      render(response, 'home/home', {
        title: response.locals.t('home.title'),
        places: [{ name: 'Ayuntamiento', href: '/ayuntamiento' }],
      }),
  ],
  [
    'get',
    '/form',
    anyone,
    (_, response) => void response.send(response.locals.formTokens.issue(response.req, response)),
  ],
  [
    'get',
    '/two-forms',
    anyone,
    (_, response) => {
      const issue = () => response.locals.formTokens.issue(response.req, response)
      response.send(`${issue()} ${issue()}`)
    },
  ],
  [
    'post',
    '/form',
    anyone,
    (request, response) => void response.send(`taken ${(request.body as { text: string }).text}`),
  ],
  [
    'post',
    '/upload',
    anyone,
    (_, response) => void response.send('taken'),
    multer().single('file'),
  ],
  [
    'post',
    '/api/v1/things',
    anyone,
    () => {
      throw new Invalid([{ field: '/kind', code: 'required' }])
    },
  ],
  [
    'get',
    '/changed',
    anyone,
    () => {
      throw new WrongState()
    },
  ],
  [
    'get',
    '/busy',
    anyone,
    () => {
      throw new TooMany(30)
    },
  ],
  [
    'get',
    '/broken',
    anyone,
    () => {
      throw new Error('secret detail')
    },
  ],
]

/** A small site on the real middleware, so that the ground can be tried without any feature. */
export async function openSampleSite() {
  await ensureAssets()
  const logged: object[] = []
  const app = express()
  app.use(refuseBrokenAddress)
  app.use(securityHeaders('http://libro.test'))
  app.use('/assets', assetRoutes())
  app.use(webContext({ secret: 'a secret of the test', secureCookies: false }))
  app.use(express.json({ limit: '10kb' }), express.urlencoded({ extended: false }))
  const router = Router()
  addRoutes(router, routes)
  app.use(router, gallery(), noSuchPage, errorPage({ error: (entry) => logged.push(entry) }))
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    logged,
    address,
    fetch: (path: string, init: RequestInit = {}) =>
      fetch(address + path, { redirect: 'manual', ...init }),
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
