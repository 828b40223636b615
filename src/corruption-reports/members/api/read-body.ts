import type { Request } from 'express'
import type { z } from 'zod'
import { Invalid } from '../../../platform/errors.ts'
import { fromBase64url, Refused } from '../../sealing/index.ts'

export function read<S extends z.ZodType>(request: Request, schema: S): z.output<S> {
  const parsed = schema.safeParse(request.body)
  if (parsed.success) return parsed.data
  throw new Invalid(
    parsed.error.issues.map(({ path }) => ({ field: path.join('/'), code: 'invalid' })),
  )
}

export function bytes(field: string, encoded: string): Uint8Array {
  try {
    return fromBase64url(encoded)
  } catch (error) {
    if (error instanceof Refused) throw new Invalid([{ field, code: 'invalid' }])
    throw error
  }
}
