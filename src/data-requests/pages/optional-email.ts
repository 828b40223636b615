import { z } from 'zod'
import { optionalLine } from '../../platform/web/index.ts'

/** Empty: no letters. */
export const optionalEmail = optionalLine(200).transform((text, context) => {
  if (text === '') return null
  if (z.email().safeParse(text).success) return text
  context.addIssue({ code: 'custom', message: 'not_email' })
  return z.NEVER
})
