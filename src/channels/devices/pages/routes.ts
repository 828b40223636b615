import { Router } from 'express'
import { staffOf, type Section } from '../../../people/index.ts'
import { addRoutes, type Route } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { KEEPERS, WATCHERS } from '../device-policy.ts'
import { sendConfirmation, sendDismissal, showAsideItem } from './aside-item.ts'
import { showAside } from './aside-list.ts'
import { showDevices } from './device-list.ts'
import { sendChangedDevice, sendCode, sendState, showDevice } from './device-page.ts'
import { sendNewDevice, showNewDevice } from './new-device.ts'
import { paths } from '../urls.ts'

const keepers = staffOf(...KEEPERS)
const watchers = staffOf(...WATCHERS)

export const devicesSection: Section = {
  text: 'channels-devices.title',
  path: 'tabletas',
  roles: WATCHERS,
}

export function deviceRoutes(system: System): Router {
  const routes: readonly Route[] = [
    ['get', paths.list, watchers, showDevices(system)],
    ['post', paths.list, keepers, sendNewDevice(system)],
    ['get', paths.add, keepers, showNewDevice(system)],
    ['get', paths.aside, keepers, showAside(system)],
    ['get', paths.asideItem, keepers, showAsideItem(system)],
    ['post', paths.confirmation, keepers, sendConfirmation(system)],
    ['post', paths.dismissal, keepers, sendDismissal(system)],
    ['get', paths.device, watchers, showDevice(system)],
    ['post', paths.device, keepers, sendChangedDevice(system)],
    ['post', paths.code, keepers, sendCode(system)],
    ['post', paths.state, keepers, sendState(system)],
  ]
  const router = Router()
  addRoutes(router, routes)
  return router
}
