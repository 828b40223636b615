import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import {
  openAttachment,
  receiveUpload,
  serveAttachment,
  uploadOf,
} from '../../src/attachments/index.ts'
import { addRoutes, anyone, errorPage, webContext } from '../../src/platform/web/index.ts'
import type { System } from '../../src/system.ts'

/**
 * Pages as features have them behind their own guards: one that takes files with other fields, as
 * a form does, and one that serves what a case holds.
 */
export async function startServingApp(system: System) {
  const app = express()
  app.use(webContext({ secret: 's'.repeat(32), secureCookies: false, demo: () => false }))
  const routes = express.Router()
  addRoutes(routes, [
    [
      'post',
      '/api/v1/form',
      anyone,
      (request, response) => {
        const files = uploadOf(request).files.map(({ name, problem }) => ({ name, problem }))
        response.json({ files, fields: request.body as unknown })
      },
      receiveUpload(system, { maxFiles: 2 }),
    ],
    [
      'get',
      '/api/v1/files/:administrationId/:caseId/:attachmentId',
      anyone,
      async (request, response) => {
        const which = request.params as Record<
          'administrationId' | 'caseId' | 'attachmentId',
          string
        >
        await serveAttachment(request, response, await openAttachment(system, which))
      },
    ],
  ])
  app.use(routes)
  app.use(errorPage(system.log))
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${port}`, close }
}
