import type { Localized } from '../device/setup.ts'

/** What is asked apart from any case, while a campaign runs at the office. */
export interface SurveySetup {
  code: string
  /** The last day on which it is asked. */
  endsOn: string
  minutes: number
  overall: Localized
  resolved: Localized
  drivers: readonly { code: string; text: Localized; about: Localized }[]
  segments: readonly {
    field: string
    text: Localized
    options: readonly { code: string; text: Localized }[]
  }[]
  comment: { text: Localized; hint: Localized; longest: number }
}
