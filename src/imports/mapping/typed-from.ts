import { sameHeading } from '../reading/table-row.ts'
import type { Mapping } from './mapping.ts'
import type { Sample } from './sample.ts'
import { CODED_USES, DATE_USES, USES, type Typed, type Use } from './screen-mapping.ts'

/** The answers of the form that a mapping amounts to, so that whoever changes one need not say all again. */
export function typedFrom(mapping: Mapping, sample: Sample): Typed {
  const answers = new Map<string, string>([
    ['source', mapping.source],
    ['language', mapping.language],
    ['timeZone', mapping.timeZone],
    ['kind', 'constant' in mapping.kind ? mapping.kind.constant : ''],
    ...(mapping.teaches ?? []).map((lesson) => [`ensena_${lesson}`, 'si'] as const),
  ])
  for (const [at, column] of sample.columns.entries()) {
    const use = USES.find((each) =>
      columnsFor(mapping, each).some((name) => sameHeading(name) === sameHeading(column.name)),
    )
    if (use === undefined) continue
    answers.set(`uso_${at}`, use)
    answers.set(`formato_${at}`, formatFor(mapping, use))
    const words = wordsFor(mapping, use)
    for (const [value, told] of column.values.entries()) {
      answers.set(`valor_${at}_${value}`, words[told.trim()] ?? '')
    }
  }
  return (field) => answers.get(field) ?? ''
}

function columnsFor(mapping: Mapping, use: Use): readonly string[] {
  const part = mapping[use]
  if (part === undefined || 'constant' in part) return []
  return 'columns' in part ? part.columns : [part.column]
}

function formatFor(mapping: Mapping, use: Use): string {
  const date = DATE_USES.find((each) => each === use)
  return (date && mapping[date]?.formats[0]) ?? ''
}

function wordsFor(mapping: Mapping, use: Use): Readonly<Record<string, string>> {
  const coded = CODED_USES.find((each) => each === use)
  const part = coded && mapping[coded]
  return part && 'values' in part ? (part.values ?? {}) : {}
}
