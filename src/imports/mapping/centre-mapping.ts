import { z } from 'zod'
import { SEPARATORS } from '../reading/csv-rows.ts'
import { ENCODINGS } from '../reading/inspect-file.ts'

const column = z.string().trim().min(1).max(300)

/** What the columns of a directory of offices mean. */
export const centreMappingSchema = z.strictObject({
  file: z
    .strictObject({
      encoding: z.enum(ENCODINGS).optional(),
      separator: z.enum(SEPARATORS).optional(),
      sheet: z.string().optional(),
      headerRow: z.int().min(1).max(1000).optional(),
    })
    .default({}),
  centres: z.strictObject({
    name: z.strictObject({ column }),
    address: z.strictObject({ columns: z.array(column).min(1) }).optional(),
  }),
})

export type CentreMapping = z.infer<typeof centreMappingSchema>
