/**
 * Tablets of the offices: how one is enrolled and switched off, what it tells of itself, and how what it
 * sealed without network becomes a case, or is set aside for a person. The tablet's app is the kiosk.
 */
export { deviceApiRoutes } from './api/routes.ts'
export { registerDeviceJobs } from './jobs.ts'
export { listDevices } from './device-store.ts'
export { deviceRoutes, devicesSection } from './pages/routes.ts'
export { listSitesInTouch } from './site-contact-store.ts'
export { countOldSetAside, dismissOldSetAside } from './retention-store.ts'
export { tellOfTablets } from './tell-desk.ts'
