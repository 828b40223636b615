import {
  bytesOfText,
  hpkeOpen,
  hpkeSeal,
  textOfBytes,
  type BoxKeys,
  type Random,
} from '../../../platform/hpke/index.ts'

/** Which item of which tablet; bound to what is sealed, so that nothing changes its place. */
export interface ItemOfTablet {
  deviceId: string
  id: string
}

/** What stands inside the seal. */
export interface SealedFiling {
  v: 1
  /** As the machine interface takes it, with the channel `tablet`. */
  filing: unknown
  trackingToken: string
  provisionalNumber: string
  /** By the tablet's own clock. */
  madeAt: string
  files: readonly { n: number; name: string; mediaType: string }[]
}

/** Answers to a survey: what was asked by its code, and nothing about anybody. */
export interface SealedSurvey {
  v: 1
  campaign: string
  answers: Readonly<Record<string, string>>
}

const filingInfo = bytesOfText('libro-abierto/tablet-filing/1')
const surveyInfo = bytesOfText('libro-abierto/tablet-survey/1')
const fileInfo = bytesOfText('libro-abierto/tablet-file/1')

export function sealFiling(
  receiver: Uint8Array,
  item: ItemOfTablet,
  filing: SealedFiling,
  random: Random,
): Uint8Array {
  return hpkeSeal(receiver, aboutFiling(item), bytesOfText(JSON.stringify(filing)), random(32))
}

/** Throws when it does not open or is not JSON; what it says is still to be checked. */
export function openFiling(receiver: BoxKeys, item: ItemOfTablet, sealed: Uint8Array): unknown {
  return JSON.parse(textOfBytes(hpkeOpen(receiver, aboutFiling(item), sealed)))
}

export function sealSurvey(
  receiver: Uint8Array,
  item: ItemOfTablet,
  survey: SealedSurvey,
  random: Random,
): Uint8Array {
  return hpkeSeal(receiver, aboutSurvey(item), bytesOfText(JSON.stringify(survey)), random(32))
}

/** As `openFiling`. */
export function openSurvey(receiver: BoxKeys, item: ItemOfTablet, sealed: Uint8Array): unknown {
  return JSON.parse(textOfBytes(hpkeOpen(receiver, aboutSurvey(item), sealed)))
}

export function sealFile(
  receiver: Uint8Array,
  item: ItemOfTablet & { n: number },
  bytes: Uint8Array,
  random: Random,
): Uint8Array {
  return hpkeSeal(receiver, aboutFile(item), bytes, random(32))
}

export function openFile(
  receiver: BoxKeys,
  item: ItemOfTablet & { n: number },
  sealed: Uint8Array,
): Uint8Array {
  return hpkeOpen(receiver, aboutFile(item), sealed)
}

function aboutFiling({ deviceId, id }: ItemOfTablet) {
  return { info: filingInfo, aad: bytesOfText(`${deviceId}|${id}`) }
}

function aboutSurvey({ deviceId, id }: ItemOfTablet) {
  return { info: surveyInfo, aad: bytesOfText(`${deviceId}|${id}`) }
}

function aboutFile({ deviceId, id, n }: ItemOfTablet & { n: number }) {
  return { info: fileInfo, aad: bytesOfText(`${deviceId}|${id}|${n}`) }
}
