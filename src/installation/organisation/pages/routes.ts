import { Router } from 'express'
import { receiveUpload } from '../../../attachments/index.ts'
import { staffOf, type Section } from '../../../people/index.ts'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { readers, setters } from '../../setting-policy.ts'
import type { Closing } from '../closing.ts'
import { centreForm } from './centre.ts'
import { identityForm } from './identity.ts'
import { officialForm } from './official.ts'
import { showMarkForm, takeMark } from './mark.ts'
import { showOrganisation } from './overview.ts'
import { showPart, takePart } from './part-page.ts'
import { serviceForm } from './service.ts'
import { unitForm } from './unit.ts'
import { markPath, paths } from './urls.ts'

export const organisationSection: Section = {
  text: 'organisation.title',
  path: 'organizacion',
  roles: readers,
}

/** Units, services, centres and officials: seen by those who run the book, changed by those who set it up. */
export function organisationRoutes(system: System, closing: Closing): Router {
  const router = Router()
  const may = staffOf(...setters)
  const [unit, service, centre, official] = [
    unitForm(system),
    serviceForm(system),
    centreForm(system),
    officialForm(system),
  ]
  addRoutes(router, [
    ['get', paths.all, staffOf(...readers), showOrganisation(system)],
    ['get', paths.identity, may, showPart(system, identityForm)],
    ['post', paths.identity, may, takePart(system, identityForm)],
    ['get', markPath, may, showMarkForm(system)],
    ['post', markPath, may, takeMark(system), receiveUpload(system, { maxFiles: 1 })],
    ['get', paths.unit, may, showPart(system, unit)],
    ['post', paths.unit, may, takePart(system, unit, closing)],
    ['get', paths.service, may, showPart(system, service)],
    ['post', paths.service, may, takePart(system, service, closing)],
    ['get', paths.centre, may, showPart(system, centre)],
    ['post', paths.centre, may, takePart(system, centre, closing)],
    ['get', paths.official, may, showPart(system, official)],
    ['post', paths.official, may, takePart(system, official)],
  ])
  return router
}
