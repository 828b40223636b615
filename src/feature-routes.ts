import express, { type Router } from 'express'
import { administrationApiRoutes, administrationRoutes } from './administrations/index.ts'
import {
  boardRoutes,
  dashboardRoutes,
  findingsRoutes,
  openDataRoutes,
  reportRoutes,
  suggestCodes,
  tellEarlier,
  tellSuggestions,
  wordsRoutes,
  themeRoutes,
} from './analysis/index.ts'
import { answerTemplateSetting, templateRoutes, tellOfTemplates } from './answer-templates/index.ts'
import { attachmentRoutes } from './attachments/index.ts'
import { attentionRoutes } from './attentions/index.ts'
import { bulkRoutes, tellBulk } from './bulk/index.ts'
import {
  caseApiRoutes,
  caseRoutes,
  countOpenCases,
  deskRoutes,
  filingRoutes,
  followRoutes,
  hasRouted,
  listLastFilings,
  listReceived,
} from './cases/index.ts'
import {
  countBegun,
  counterRoutes,
  incidentRoutes,
  deviceApiRoutes,
  deviceRoutes,
  kioskRoutes,
  mailboxRoutes,
  posterRoutes,
  sheetRoutes,
  nameLink,
  tellOfTablets,
  tellOfWaitingSheets,
} from './channels/index.ts'
import { programmeRoutes } from './collection/index.ts'
import {
  improvementRoutes,
  tellActions,
  tellOwnTasks,
  tellImprovements,
  tellPromise,
  tellChanges,
  tellShortRoad,
} from './improvements/index.ts'
import {
  custodyRoutes,
  figuresRoutes,
  figuresSection,
  tellSealedFigures,
  officerRoutes,
  memberRoutes,
  tellOfReset,
} from './corruption-reports/index.ts'
import { dataRequestRoutes, tellOwnData } from './data-requests/index.ts'
import { gallery } from './gallery.ts'
import { home } from './home.ts'
import {
  calendarYearSetting,
  foundingRoutes,
  newAdministrationUrl,
  organisationRoutes,
  organisationSettings,
  ownRulesSettings,
  rulesRoutes,
  tellOfHolidays,
} from './installation/index.ts'
import { importRoutes, searchOlderBooks } from './imports/index.ts'
import { tokenRoutes } from './interface-tokens/index.ts'
import { looksRoutes } from './looks/index.ts'
import { letterWordsSetting, noticeRoutes } from './notices/index.ts'
import { people, undoableGrants } from './people/index.ts'
import { tellWhatLeaves } from './personal-data/index.ts'
import { retentionRoutes, retentionSetting } from './retention/index.ts'
import { routingRoutes, routingSettings } from './routing/index.ts'
import { settingsRoutes } from './settings/index.ts'
import { campaignRoutes, surveyRoutes } from './surveys/index.ts'
import type { System } from './system.ts'
import {
  tellNote,
  tellOfFollowed,
  tellPresence,
  tellWatching,
  watchingRoutes,
} from './watching/index.ts'
import { closingCases, leavingCases, workloadRoutes } from './workload/index.ts'
import { deskShelf, viewRoutes } from './views/index.ts'

/** One line a feature: reserved addresses first, those of an administration (/:slug) last. */
export function featureRoutes(system: System): Router {
  const routes = express.Router()
  routes.use(attachmentRoutes(system))
  routes.use(caseApiRoutes(system))
  routes.use(deviceApiRoutes(system))
  routes.use(deviceRoutes(system))
  routes.use(dataRequestRoutes(system))
  routes.use(followRoutes(system, tellOwnData(system)))
  routes.use(officerRoutes(system))
  routes.use(custodyRoutes(system))
  routes.use(figuresRoutes(system))
  routes.use(
    deskRoutes(system, {
      news: [
        tellOfFollowed(system),
        tellOfTablets(system),
        tellOfWaitingSheets(system),
        tellOfHolidays,
      ],
      searches: [searchOlderBooks(system)],
      shelf: deskShelf(system),
      bulk: tellBulk,
    }),
  )
  routes.use(viewRoutes(system))
  routes.use(bulkRoutes(system))
  routes.use(themeRoutes(system))
  routes.use(workloadRoutes(system))
  routes.use(
    caseRoutes(system, {
      nameLink: nameLink(system),
      tellers: [
        tellSuggestions(system),
        tellEarlier(system),
        tellPromise(system),
        tellShortRoad(system),
      ],
      headTellers: [tellWatching(system)],
      formTellers: [
        tellPresence(system),
        tellNote(system),
        tellOfTemplates(system),
        tellWhatLeaves(system),
      ],
    }),
  )
  routes.use(watchingRoutes(system, tellOwnTasks(system)))
  routes.use(counterRoutes(system))
  routes.use(sheetRoutes(system))
  routes.use(mailboxRoutes(system))
  routes.use(incidentRoutes(system))
  routes.use(administrationApiRoutes(system))
  routes.use(noticeRoutes(system))
  routes.use(routingRoutes(system, { countOpenCases, listLastFilings }))
  routes.use(rulesRoutes(system))
  routes.use(organisationRoutes(system, closingCases))
  routes.use(foundingRoutes(system))
  routes.use(retentionRoutes(system))
  routes.use(looksRoutes(system))
  routes.use(
    settingsRoutes(system, [
      ...organisationSettings(system),
      ...ownRulesSettings,
      undoableGrants(system, leavingCases),
      calendarYearSetting(system),
      retentionSetting,
      ...routingSettings(hasRouted),
      answerTemplateSetting,
      letterWordsSetting,
    ]),
  )
  routes.use(templateRoutes(system))
  routes.use(kioskRoutes(system))
  routes.use(posterRoutes(system))
  routes.use(campaignRoutes(system, listReceived))
  routes.use(attentionRoutes(system))
  routes.use(programmeRoutes(system))
  routes.use(importRoutes(system))
  routes.use(boardRoutes(system))
  routes.use(
    dashboardRoutes(system, { improvements: tellImprovements, sealedFigures: figuresSection }),
  )
  routes.use(findingsRoutes(system))
  routes.use(wordsRoutes(system, suggestCodes(system)))
  routes.use(openDataRoutes(system))
  routes.use(tokenRoutes(system))
  routes.use(reportRoutes(system, tellActions))
  routes.use(improvementRoutes(system, tellSealedFigures(system)))
  routes.use(memberRoutes(system))
  routes.use(
    people(system, { tellOfReset, newPlaceUrl: newAdministrationUrl, leaving: leavingCases }),
  )
  routes.use(home(system))
  routes.use(filingRoutes(system, countBegun(system)))
  routes.use(surveyRoutes(system))
  if (system.config.environment !== 'production') routes.use(gallery())
  routes.use(administrationRoutes(system, tellChanges))
  return routes
}
