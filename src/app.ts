import compression from 'compression'
import express, { type Express } from 'express'
import { administrationApiRoutes, administrationRoutes, markDemo } from './administrations/index.ts'
import {
  boardRoutes,
  dashboardRoutes,
  dashboardSection,
  findingsRoutes,
  openDataRoutes,
  reportRoutes,
  reportsSection,
  suggestCodes,
  tellAlike,
  tellSuggestions,
  wordsRoutes,
  wordsSection,
  themeRoutes,
  themesSection,
} from './analysis/index.ts'
import { attachmentRoutes } from './attachments/index.ts'
import { attentionRoutes, attentionSection } from './attentions/index.ts'
import {
  caseApiRoutes,
  caseRoutes,
  countOpenCases,
  deskRoutes,
  deskSection,
  filingRoutes,
  followRoutes,
  listReceived,
} from './cases/index.ts'
import {
  countBegun,
  counterRoutes,
  counterSection,
  incidentRoutes,
  incidentsSection,
  deviceApiRoutes,
  deviceRoutes,
  devicesSection,
  kioskRoutes,
  mailboxRoutes,
  mailboxSection,
  posterRoutes,
  postersSection,
  sheetRoutes,
  sheetsSection,
  nameLink,
  tellOfTablets,
  tellOfWaitingSheets,
} from './channels/index.ts'
import { programmeRoutes, programmeSection } from './collection/index.ts'
import {
  improvementRoutes,
  improvementSections,
  tellActions,
  tellPromise,
  tellShortRoad,
} from './improvements/index.ts'
import {
  hostGate,
  custodyRoutes,
  custodySection,
  figuresRoutes,
  figuresSection,
  isWholeReport,
  officerRoutes,
  officersSection,
  keysSection,
  memberRoutes,
  reportersRoad,
  roomHeaders,
  sideOf,
  tellOfReset,
} from './corruption-reports/index.ts'
import { gallery } from './gallery.ts'
import { home } from './home.ts'
import {
  accessibilitySection,
  daysSection,
  organisationRoutes,
  organisationSection,
  organisationSettings,
  rulesRoutes,
  rulesSection,
} from './installation/index.ts'
import { importRoutes, importsSection, searchOlderBooks } from './imports/index.ts'
import { tokenRoutes, tokensSection } from './interface-tokens/index.ts'
import { noticeRoutes, noticesSection } from './notices/index.ts'
import {
  askToSignIn,
  people,
  peopleSections,
  recogniseStaff,
  type Section,
  type Shelf,
} from './people/index.ts'
import {
  assetRoutes,
  errorPage,
  keepCompiledViews,
  noSuchPage,
  refuseBrokenAddress,
  webContext,
} from './platform/web/index.ts'
import { probes } from './platform/web/probes.ts'
import { requestLog } from './platform/web/request-log.ts'
import { securityHeaders } from './platform/web/security-headers.ts'
import { routingRoutes, routingSection } from './routing/index.ts'
import { changesSection, settingsRoutes } from './settings/index.ts'
import { campaignRoutes, surveyRoutes, surveySection } from './surveys/index.ts'
import type { System } from './system.ts'

const onShelf = (shelf: Shelf, ...shelved: readonly Section[]): Section[] =>
  shelved.map((section) => ({ ...section, shelf }))

/** The staff's side in the order of its navigation; a person's first section is where they begin. */
const sections: readonly Section[] = [
  deskSection,
  counterSection,
  sheetsSection,
  incidentsSection,
  mailboxSection,
  officersSection,
  custodySection,
  ...onShelf('keeping', ...peopleSections),
  keysSection,
  ...onShelf(
    'keeping',
    organisationSection,
    routingSection,
    rulesSection,
    daysSection,
    accessibilitySection,
    noticesSection,
    changesSection,
  ),
  ...onShelf('doors', devicesSection, postersSection, tokensSection),
  ...onShelf(
    'listening',
    surveySection,
    attentionSection,
    importsSection,
    programmeSection,
    figuresSection,
  ),
  ...onShelf('understanding', dashboardSection, themesSection, reportsSection, wordsSection),
  ...onShelf('improving', ...improvementSections),
]

const LONGEST_BODY = '1mb'
const MOST_FIELDS = 500
const neverStopping = () => false

/** The whole web: middlewares in order, then one line a feature. */
export function createApp(system: System, isStopping: () => boolean = neverStopping): Express {
  const { config, db, log, secrets } = system
  if (config.environment === 'production') keepCompiledViews()
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', config.trustProxy)
  app.set('query parser', 'simple')

  const headers = securityHeaders(config.baseUrl)
  const rooms = sections.filter(({ sealed }) => sealed).map(({ path }) => path)
  app.use(hostGate({ config, rooms, headers }))
  // before whatever logs, counts or sets a cookie
  app.use(reportersRoad(system))
  app.use(requestLog(log))
  app.use(headers)
  app.use(roomHeaders(config.baseUrl, rooms))
  app.use(compression())
  app.use(probes({ db, metricsToken: config.metricsToken, isStopping }))
  app.use('/assets', assetRoutes())
  app.use(
    webContext({
      secret: secrets.keyFor('form-tokens').toString('base64url'),
      secureCookies: config.baseUrl.startsWith('https:'),
    }),
  )
  app.use(markDemo(system))
  app.use(refuseBrokenAddress)
  const json = express.json({ limit: LONGEST_BODY })
  app.use((request, response, next) => {
    if (isWholeReport(request.path)) next()
    else json(request, response, next)
  })
  app.use(express.urlencoded({ extended: false, limit: LONGEST_BODY, parameterLimit: MOST_FIELDS }))

  app.use(recogniseStaff(system, (request) => sectionsOn(sideOf(request, config))))

  // reserved addresses first, those of an administration (/:slug) last
  app.use(attachmentRoutes(system))
  app.use(caseApiRoutes(system))
  app.use(deviceApiRoutes(system))
  app.use(deviceRoutes(system))
  app.use(followRoutes(system))
  app.use(officerRoutes(system))
  app.use(custodyRoutes(system))
  app.use(figuresRoutes(system))
  app.use(
    deskRoutes(system, {
      news: [tellOfTablets(system), tellOfWaitingSheets(system)],
      searches: [searchOlderBooks(system)],
    }),
  )
  app.use(themeRoutes(system))
  app.use(
    caseRoutes(
      system,
      nameLink(system),
      tellSuggestions(system),
      tellAlike(system),
      tellPromise(system),
      tellShortRoad(system),
    ),
  )
  app.use(counterRoutes(system))
  app.use(sheetRoutes(system))
  app.use(mailboxRoutes(system))
  app.use(incidentRoutes(system))
  app.use(administrationApiRoutes(system))
  app.use(noticeRoutes(system))
  app.use(routingRoutes(system, countOpenCases))
  app.use(rulesRoutes(system))
  app.use(organisationRoutes(system))
  app.use(settingsRoutes(system, organisationSettings(system)))
  app.use(kioskRoutes(system))
  app.use(posterRoutes(system))
  app.use(campaignRoutes(system, listReceived))
  app.use(attentionRoutes(system))
  app.use(programmeRoutes(system))
  app.use(importRoutes(system))
  app.use(boardRoutes(system))
  app.use(dashboardRoutes(system))
  app.use(findingsRoutes(system))
  app.use(wordsRoutes(system, suggestCodes(system)))
  app.use(openDataRoutes(system))
  app.use(tokenRoutes(system))
  app.use(reportRoutes(system, tellActions))
  app.use(improvementRoutes(system))
  app.use(memberRoutes(system))
  app.use(people(system, tellOfReset))
  app.use(home(system))
  app.use(filingRoutes(system, countBegun(system)))
  app.use(surveyRoutes(system))
  if (config.environment !== 'production') app.use(gallery())
  app.use(administrationRoutes(system))

  app.use(noSuchPage)
  app.use(askToSignIn)
  app.use(errorPage(log))
  return app
}

/** On an address of their own the sealed rooms are alone. */
function sectionsOn(side: ReturnType<typeof sideOf>): readonly Section[] {
  if (side === 'both') return sections
  return sections.filter(({ sealed = false }) => sealed === (side === 'officers'))
}
