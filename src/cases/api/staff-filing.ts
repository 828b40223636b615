import { z } from 'zod'
import { Invalid } from '../../platform/errors.ts'
import type { GoodToken } from '../../interface-tokens/index.ts'
import type { FilingOrigin } from '../filing-origin.ts'
import { problemsOf, typed } from '../filing.ts'

/** Older filings are a book of the past: they are imported with their own numbers. */
const OLDEST_MS = 366 * 86_400_000

const beside = z.object({
  /** The number that it has at the body that sent it on. */
  transferredFrom: typed(80).pipe(z.string().min(1)).optional(),
  receivedAt: z.iso.datetime({ offset: true }).optional(),
})

export interface SaidBeside {
  /** The filing itself, as it came. */
  body: unknown
  origin: FilingOrigin
  alsoSaid: Readonly<Record<string, string>>
}

/** What only a system with a token of the staff may say beside a filing. */
export function readStaffFiling(body: unknown, { madeBy }: GoodToken, now: Date): SaidBeside {
  const read = beside.safeParse(body, { reportInput: true })
  if (!read.success) throw new Invalid(problemsOf(read.error))
  const { transferredFrom, receivedAt } = read.data
  const handedOverAt = receivedAt === undefined ? null : receivedWithin(receivedAt, now)
  const { transferredFrom: _number, receivedAt: _date, ...filing } = body as Record<string, unknown>
  return {
    body: filing,
    origin: {
      registeredBy: madeBy,
      ...(transferredFrom !== undefined && { transferredFrom }),
      ...(handedOverAt && { handedOverAt }),
    },
    alsoSaid: {
      ...(transferredFrom !== undefined && { transferredFrom }),
      ...(receivedAt !== undefined && { receivedAt }),
    },
  }
}

function receivedWithin(receivedAt: string, now: Date): Date {
  const at = new Date(receivedAt)
  if (at > now) throw new Invalid([{ field: '/receivedAt', code: 'in_future' }])
  if (now.getTime() - at.getTime() > OLDEST_MS) {
    throw new Invalid([{ field: '/receivedAt', code: 'too_long_ago' }])
  }
  return at
}
