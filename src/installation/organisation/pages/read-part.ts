import { z } from 'zod'
import type { PlainDate } from '../../../platform/dates.ts'
import { Invalid } from '../../../platform/errors.ts'
import { line, optionalDay } from '../../../platform/web/index.ts'

/** What every part has: a name, and the days from and until which it is there. */
export const named = { name: line(150), validFrom: optionalDay, validUntil: optionalDay }

export const chosen = line(60).pipe(z.string())

interface Days {
  validFrom: PlainDate | null
  validUntil: PlainDate | null
}

export function checkDays({ validFrom, validUntil }: Days): void {
  if (validFrom && validUntil && validUntil < validFrom) {
    throw new Invalid([{ field: 'validUntil', code: 'before_beginning' }])
  }
}

/** The id of a part that is there; anything else was not on the form. */
export function known<Part>(
  parts: readonly Part[],
  idOf: (part: Part) => string,
  typed: string,
  field: string,
): string {
  const found = parts.map(idOf).find((id) => id === typed)
  if (found === undefined) throw new Invalid([{ field, code: 'unknown' }])
  return found
}
