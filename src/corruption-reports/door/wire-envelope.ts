import { z } from 'zod'
import { Invalid } from '../../platform/errors.ts'
import { envelopeFromJson, Refused, type Envelope } from '../sealing/index.ts'

const binary = z.string().max(2_000_000)
const slots = z.array(z.strictObject({ member: z.string().max(100), box: binary })).max(500)

const wireEnvelope = z.strictObject({
  id: binary,
  epoch: z.literal(1),
  directory: binary,
  contentKey: binary,
  actionKey: binary,
  content: binary,
  slots,
  recovery: slots,
  receipt: binary,
  self: binary,
  identity: binary,
  identityShares: slots,
  commitment: binary,
  files: z.array(binary).max(0),
})

/** What the browser sealed, every part of its right size, or a refusal. */
export function readEnvelope(sent: unknown): Envelope {
  const parsed = wireEnvelope.safeParse(sent)
  if (!parsed.success) throw notAnEnvelope()
  try {
    return envelopeFromJson(parsed.data)
  } catch (error) {
    if (error instanceof Refused) throw notAnEnvelope()
    throw error
  }
}

const notAnEnvelope = () => new Invalid([{ field: '/envelope', code: 'invalid' }])
