import type { SurveySetup } from '../survey/survey-setup.ts'

/** A text in the languages that it has, or one for all. */
export type Localized = string | Readonly<Record<string, string>>

export interface KindSetup {
  code: string
  label: Localized
  example?: Localized
  /** Pointers into the filing; `a|b` is met by either. */
  requires: readonly string[]
}

export interface MotiveSetup {
  code: string
  label: Localized
  parent?: string
  suggestsCorruption?: boolean
}

export interface DocumentSetup {
  code: string
  label: Localized
  pattern?: string
}

export interface SignalSetup {
  signal: 'danger' | 'corruption' | 'violence'
  words: readonly string[]
  notIn?: readonly string[]
}

/** Who attends at the office, for whoever wants to name somebody. */
export interface OfficialSetup {
  id: string
  name: string
  post: string
}

export interface Emergency {
  text?: Localized
  phones?: readonly { number: string; name: Localized }[]
}

/** What a tablet needs to work alone, as the server told it last. */
export interface Setup {
  device: {
    id: string
    code: string
    name: string
    endsOn?: string | null
    quotaPerDay?: number
    state: DeviceState
    /** How far it had counted when it was enrolled again. */
    lastSequence?: number
  }
  administration: {
    slug: string
    name: string
    bookCode: string
    timeZone: string
    theme?: { accent?: string; markUrl?: string }
    contact?: { emergency?: Emergency }
    /** An invented office, where nothing that is sent is real. */
    demo?: boolean
  }
  centre: { slug: string; name: string }
  languages: readonly string[]
  kinds: readonly KindSetup[]
  services: readonly { slug: string; name: string }[]
  motives: readonly MotiveSetup[]
  documentTypes: readonly DocumentSetup[]
  answerWays: readonly string[]
  /** Words that speak for a kind, for whoever does not know what theirs is called. */
  kindWords?: readonly { kind: string; words: string[] }[]
  officials?: readonly OfficialSetup[]
  spokenLanguages?: readonly { code: string; label: Localized }[]
  supportNeeds?: readonly string[]
  survey?: SurveySetup | null
  texts: Readonly<Record<string, Localized | null | undefined>>
  signals?: readonly SignalSetup[]
  corruptionUrl: string
  statusUrl: string
  key: { id: string; publicKey: string }
  limits: { descriptionLength: number; files: number; fileBytes: number }
  idleSeconds: number
  /** The administration's own mark, read by the tablet and kept with the rest. */
  mark?: string
  version: string
}

/** `off`: switched off from afar. `ended`: past its enrolment. Both go on sending. */
export type DeviceState = 'on' | 'off' | 'ended'

export function inLanguage(text: Localized | null | undefined, language: string): string {
  if (!text || typeof text === 'string') return text ?? ''
  return text[language] ?? text['es'] ?? Object.values(text)[0] ?? ''
}

/** Where the office of the tablet is no more, nobody begins; what waits is still sent. */
export function readSetup(told: Omit<Setup, 'centre'> & { centre: Setup['centre'] | null }): Setup {
  if (told.centre) return { ...told, centre: told.centre }
  return { ...told, centre: { slug: '', name: '' }, device: { ...told.device, state: 'ended' } }
}

/** The enrolment may end while the tablet has no network: its own clock says so too. */
export function stateOn(setup: Setup, today: string): DeviceState {
  const { state, endsOn } = setup.device
  return state === 'on' && endsOn && today > endsOn ? 'ended' : state
}
