import { Router } from 'express'
import { staffOf, type Section } from '../../people/index.ts'
import { addRoutes } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { showStatement, takeStatement } from './accessibility.ts'
import { showDays, takeDay, takeWithdrawal } from './days.ts'
import { showLanguages, takeLanguages } from './languages.ts'
import { keepersOfDays, keepersOfStandards, readers, setters } from '../setting-policy.ts'
import { showRules, takeAuthorisation, takeOpening, takeOwnTerm } from './rules.ts'
import { showStandards, takeStandard, takeStandardBack } from './standards.ts'
import { showStrata, takeStratum } from './strata.ts'
import { paths } from './urls.ts'
import { showVersions, takeTermBack } from '../own-rules/pages/versions.ts'
import { showYear, takeYear } from './year.ts'

export const rulesSection: Section = {
  text: 'installation.title',
  path: 'reglas',
  roles: readers,
}

export const daysSection: Section = {
  text: 'installation.days.title',
  path: 'feriados',
  roles: readers,
}

export const accessibilitySection: Section = {
  text: 'installation.accessibility.title',
  path: 'accesibilidad',
  roles: setters,
}

/** The rules in force and the days off of a book, for those who run it. */
export function rulesRoutes(system: System): Router {
  const router = Router()
  addRoutes(router, [
    ['get', paths.rules, staffOf(...readers), showRules(system)],
    ['post', paths.authorisations, staffOf(...setters), takeAuthorisation(system)],
    ['post', paths.terms, staffOf(...setters), takeOwnTerm(system)],
    ['get', paths.versions, staffOf(...readers), showVersions(system)],
    ['post', paths.versions, staffOf(...setters), takeTermBack(system)],
    ['post', paths.opening, staffOf(...setters), takeOpening(system)],
    ['get', paths.days, staffOf(...readers), showDays(system)],
    ['post', paths.days, staffOf(...keepersOfDays), takeDay(system)],
    ['get', paths.year, staffOf(...keepersOfDays), showYear(system)],
    ['post', paths.year, staffOf(...keepersOfDays), takeYear(system)],
    ['get', paths.languages, staffOf(...readers), showLanguages(system)],
    ['post', paths.languages, staffOf(...setters), takeLanguages(system)],
    ['get', paths.accessibility, staffOf(...readers), showStatement(system)],
    ['post', paths.accessibility, staffOf(...setters), takeStatement(system)],
    ['get', paths.standards, staffOf(...readers), showStandards(system)],
    ['post', paths.standards, staffOf(...keepersOfStandards), takeStandard(system)],
    ['post', paths.standardsBack, staffOf(...keepersOfStandards), takeStandardBack(system)],
    ['get', paths.strata, staffOf(...readers), showStrata(system)],
    ['post', paths.strata, staffOf(...keepersOfStandards), takeStratum(system)],
    ['post', paths.withdrawal, staffOf(...keepersOfDays), takeWithdrawal(system)],
  ])
  return router
}
