import type { T } from '../../platform/i18n/index.ts'
import type { DataRow } from './data-rows.ts'
import { PUBLIC_BREAKDOWNS, PUBLIC_INDICATORS } from './public-questions.ts'

type FieldType = 'date' | 'string' | 'number' | 'integer'

interface Field {
  name: keyof DataRow
  type: FieldType
  title: string
  description: string
  constraints: { required: boolean; enum?: readonly string[]; minimum?: number; pattern?: string }
}

/** A table schema (specs.frictionlessdata.io/table-schema), which programs and people both read. */
export interface Dictionary {
  $schema: string
  fields: Field[]
  primaryKey: readonly (keyof DataRow)[]
  missingValues: readonly string[]
}

type Shape = readonly [name: keyof DataRow, type: FieldType, constraints: Field['constraints']]

const MISSING = ['no_denominator', 'no_cases', 'hidden', 'gap', 'not_kept'] as const

const SHAPES: readonly Shape[] = [
  ['from', 'date', { required: true }],
  ['until', 'date', { required: true }],
  ['indicator', 'string', { required: true, enum: PUBLIC_INDICATORS }],
  ['measure', 'string', { required: true, pattern: '^[a-z0-9_]+$' }],
  ['kind', 'string', { required: true, pattern: '^[a-z_]+$' }],
  ['breakdown', 'string', { required: false, enum: PUBLIC_BREAKDOWNS }],
  ['member', 'string', { required: false }],
  ['member_name', 'string', { required: false }],
  ['value', 'number', { required: false, minimum: 0 }],
  ['n', 'integer', { required: false, minimum: 0 }],
  ['low', 'number', { required: false, minimum: 0 }],
  ['high', 'number', { required: false, minimum: 0 }],
  ['missing', 'string', { required: false, enum: MISSING }],
]

export const COLUMNS: readonly (keyof DataRow)[] = SHAPES.map(([name]) => name)

export function dictionary(t: T): Dictionary {
  return {
    $schema: 'https://specs.frictionlessdata.io/schemas/table-schema.json',
    fields: SHAPES.map(([name, type, constraints]) => ({
      name,
      type,
      title: t(`open-data.field.${name}.title`),
      description: t(`open-data.field.${name}.description`),
      constraints,
    })),
    primaryKey: ['from', 'until', 'indicator', 'measure', 'kind', 'breakdown', 'member'],
    missingValues: [''],
  }
}
