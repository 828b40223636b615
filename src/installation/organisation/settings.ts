import type { AnySetting } from '../../settings/index.ts'
import type { System } from '../../system.ts'
import { centreSetting } from './centre-setting.ts'
import { identitySetting } from './identity-setting.ts'
import { markSetting } from './mark-setting.ts'
import { officialSetting } from './official-setting.ts'
import { serviceSetting } from './service-setting.ts'
import { unitSetting } from './unit-setting.ts'

/** What of the organisation is settled on screen. */
export function organisationSettings(system: System): readonly AnySetting[] {
  return [
    identitySetting,
    markSetting,
    unitSetting,
    serviceSetting,
    centreSetting(system),
    officialSetting,
  ]
}
