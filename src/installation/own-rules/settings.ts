import type { AnySetting } from '../../settings/index.ts'
import { ownTermSetting } from './own-term-setting.ts'
import { standardSetting } from './standard-setting.ts'

/** What an administration adds to its regime and publishes of its services. */
export const ownRulesSettings: readonly AnySetting[] = [ownTermSetting, standardSetting]
