import { z } from 'zod'
import { getAdministration } from '../../administrations/index.ts'
import { localDate } from '../../platform/dates.ts'
import { readBase64url } from '../../platform/hpke/index.ts'
import { takeTabletResponse } from '../../surveys/index.ts'
import type { System } from '../../system.ts'
import type { Device } from './device.ts'
import type { SurveyEnvelope } from './envelope.ts'
import { openSurvey } from './sealing/index.ts'
import { findTabletKey } from './tablet-key.ts'

const sealedSurvey = z.object({
  v: z.literal(1),
  campaign: z.string().max(20),
  answers: z.record(z.string().max(60), z.string().max(2_000)),
})

/** Answers to a survey, sealed at the tablet as everything else; false: it is of nothing that is asked. */
export async function takeSurvey(
  system: System,
  device: Device,
  envelope: SurveyEnvelope,
  now: Date,
): Promise<boolean> {
  const told = sealedSurvey.safeParse(open(system, device, envelope))
  if (!told.success) return false
  const { administrationId, centreId } = device
  const { timeZone } = await getAdministration(system.db, administrationId)
  const { campaign, answers } = told.data
  return takeTabletResponse(system, {
    administrationId,
    centreId,
    responseId: envelope.id,
    campaignCode: campaign,
    respondedOn: localDate(toldAt(envelope, now), timeZone),
    field: (name) => (Object.hasOwn(answers, name) ? (answers[name] ?? '') : ''),
  })
}

/** By the tablet's clock, mended by how far it is off now; never later than now. */
function toldAt({ madeAt, clock }: SurveyEnvelope, now: Date): Date {
  const age = Math.max(0, clock.getTime() - madeAt.getTime())
  return new Date(now.getTime() - age)
}

function open(
  system: System,
  { administrationId, deviceId }: Device,
  item: SurveyEnvelope,
): unknown {
  const key = findTabletKey(system, administrationId, item.keyId)
  const sealed = readBase64url(item.sealed)
  if (key === null || sealed === null) return null
  try {
    return openSurvey(key, { deviceId, id: item.id }, sealed)
  } catch {
    // sealed to another key, or by another tablet
    return null
  }
}
