import { parse } from 'yaml'
import type { z } from 'zod'
import { Invalid, type FieldProblem } from '../../platform/errors.ts'
import { centreMappingSchema, type CentreMapping } from './centre-mapping.ts'
import { mappingSchema, type Mapping } from './mapping.ts'

/** Reads a mapping written as YAML or JSON; what is wrong is said all at once. */
export function readMapping(text: string): Mapping {
  return checkMapping(parsed(text))
}

export function readCentreMapping(text: string): CentreMapping {
  return check(centreMappingSchema, parsed(text))
}

export function checkMapping(value: unknown): Mapping {
  return check(mappingSchema, value)
}

function check<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const { success, data, error } = schema.safeParse(value)
  if (success) return data
  const problems = error.issues.map(({ path, code, message }): FieldProblem => {
    const field = `/${path.join('/')}`
    return { field, code: code === 'custom' ? message : code, values: { field, problem: message } }
  })
  throw new Invalid(problems)
}

function parsed(text: string): unknown {
  try {
    return parse(text)
  } catch {
    throw new Invalid([{ field: '/', code: 'not_yaml', values: { field: '/', problem: 'YAML' } }])
  }
}
