import { z } from 'zod'
import { getBookRules } from '../../../administrations/index.ts'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { fileReport } from '../../door/actions/file-report.ts'
import { readEnvelope } from '../../door/wire-envelope.ts'
import { answer } from './answer.ts'

const toldInput = z.object({
  channel: z.enum(['in_person', 'phone', 'letter']),
  envelope: z.unknown(),
})

/**
 * What somebody told by mouth or on paper, sealed in the officer's browser as any other report; the
 * officer is not kept with it, since they are not the one who reports.
 */
export function recordTold(system: System): Page {
  return answer(system, toldInput, async ({ office, input }) => {
    const now = system.clock()
    const rules = await getBookRules(system, office.slug, now)
    const envelope = readEnvelope(input.envelope)
    const { receivedOn } = await fileReport(
      system,
      { rules, envelope, channel: input.channel },
      now,
    )
    return { receivedOn }
  })
}
