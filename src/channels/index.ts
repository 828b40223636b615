/**
 * How filings come in besides a person's own browser: by codes on the wall, tablets, the counter, paper,
 * mail. Each way is a room of its own; this face hands on what the rest of the house needs of them.
 */
export { counterRoutes, counterSection } from './counter/index.ts'
export {
  countOldSetAside,
  deviceApiRoutes,
  deviceRoutes,
  devicesSection,
  dismissOldSetAside,
  listDevices,
  registerDeviceJobs,
  tellOfTablets,
} from './devices/index.ts'
export { kioskRoutes } from './kiosk/index.ts'
export {
  forgetErasedMail,
  mailboxRoutes,
  mailboxSection,
  MESSAGE_LIMIT,
  NobodyHere,
  opensMailbox,
  readMailbox,
  receivedAt,
  registerMailboxJobs,
  takeMessage,
} from './mailbox/index.ts'
export { countBegun, nameLink, posterRoutes, postersSection } from './posters/index.ts'
export { readSiteAccess, type SiteAccess } from './site-access.ts'
export {
  countIncidents,
  forgetErasedIncidents,
  incidentRoutes,
  incidentsSection,
} from './incidents/index.ts'
export {
  registerSheetJobs,
  sheetRoutes,
  sheetsSection,
  tellOfWaitingSheets,
} from './sheets/index.ts'
