import { z } from 'zod'
import { Invalid } from '../../platform/errors.ts'
import type { T } from '../../platform/i18n/index.ts'
import { envelopeSizes, fromBase64url, Refused, toBase64url } from '../sealing/index.ts'
import type { DialogueWire } from './dialogue-data.ts'
import type { StoredDialogue } from './read-dialogue.ts'

export function dialogueToWire(stored: StoredDialogue, t: T): DialogueWire {
  const { report, self, notices, messages, events, entries } = stored
  return {
    id: toBase64url(report.reportId),
    epoch: report.epoch,
    self: toBase64url(self),
    receivedOn: report.receivedOn,
    state: sayState(report.state, t),
    withdrawn: events.some(({ code }) => code === 'withdraw'),
    notices: notices.map(({ epoch, notice: { by, box, signature } }) => ({
      epoch,
      by,
      box: toBase64url(box),
      signature: toBase64url(signature),
    })),
    messages: messages.map(({ box, ...rest }) => ({ ...rest, box: toBase64url(box) })),
    events: sayEvents(stored, t),
    directory: entries,
  }
}

export function sayState(state: string, t: T): { label: string; text: string } {
  return { label: t(`dialogue.states.${state}.label`), text: t(`dialogue.states.${state}.text`) }
}

export function sayEvents({ events }: StoredDialogue, t: T): { day: string; label: string }[] {
  return events.map(({ code, day }) => ({ day, label: t(`dialogue.events.${code}`) }))
}

const binary = z
  .string()
  .max(200_000)
  .transform((text, context) => {
    try {
      return fromBase64url(text)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      context.addIssue({ code: 'custom', message: 'format' })
      return z.NEVER
    }
  })

/** Base64url of so many bytes. */
export const binaryOf = (length: number) => binary.refine((bytes) => bytes.length === length)

export const auth = binaryOf(32)

export const wireAuth = z.object({ auth })

export const wireMessage = z.strictObject({
  auth,
  seq: z.int().min(1),
  epoch: z.int().min(1),
  box: binary,
  files: z
    .array(z.strictObject({ id: binaryOf(16), secret: binaryOf(32) }))
    .max(20)
    .default([]),
})

export const wireIdentity = z.strictObject({
  auth,
  identity: binaryOf(envelopeSizes.identity),
  self: binaryOf(envelopeSizes.self),
})

/** What a script of ours would never send says only which part is wrong. */
export function readWire<S extends z.ZodType>(schema: S, sent: unknown): z.output<S> {
  const parsed = schema.safeParse(sent)
  if (parsed.success) return parsed.data
  throw new Invalid(
    parsed.error.issues.map(({ path }) => ({ field: `/${path.join('/')}`, code: 'invalid' })),
  )
}
