import { Router } from 'express'
import { staffOf, type Section } from '../../../people/index.ts'
import { addRoutes, anyoneUnknown } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { improvementReaders } from '../../improvement-policy.ts'
import { paths } from '../urls.ts'
import { serveCalendar } from './serve-calendar.ts'
import { sendLink, sendLinkEnd, sendTerms, showYear } from './year.ts'

export const yearSection: Section = {
  text: 'improvements-year.section',
  path: 'anio',
  roles: improvementReaders,
}

/** The calendar of the year for the staff, and for the calendar programs of those who asked for an address. */
export function yearRoutes(system: System): Router {
  const router = Router()
  const reading = staffOf(...improvementReaders)
  addRoutes(router, [
    ['get', paths.year, reading, showYear(system)],
    ['post', paths.terms, reading, sendTerms(system)],
    ['post', paths.link, reading, sendLink(system)],
    ['post', paths.linkEnd, reading, sendLinkEnd(system)],
    ['get', paths.calendar, anyoneUnknown, serveCalendar(system)],
  ])
  return router
}
