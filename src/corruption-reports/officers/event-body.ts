import { z } from 'zod'

/**
 * What an event keeps besides its code: the officer's words, sealed in the officer's browser, and the
 * few facts that the server itself needs later. The whole lies in the box of the report's shred key.
 */
const eventBody = z.strictObject({
  words: z.base64url().optional(),
  facts: z
    .strictObject({
      category: z.string(),
      outcome: z.string(),
      anonymous: z.boolean(),
      skeletonId: z.uuid(),
    })
    .optional(),
})
export type EventBody = z.infer<typeof eventBody>
export type ConclusionFacts = NonNullable<EventBody['facts']>

export function writeEventBody(body: EventBody): Buffer {
  return Buffer.from(JSON.stringify(body))
}

export function readEventBody(stored: Uint8Array | null): EventBody {
  return stored ? eventBody.parse(JSON.parse(Buffer.from(stored).toString())) : {}
}
