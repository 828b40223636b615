import type { BookRules, Centre } from '../../administrations/index.ts'
import { formatShortDate, type T } from '../../platform/i18n/index.ts'
import { makePaper, type PaperWords } from '../../platform/pdf/index.ts'
import { outcomeOf, type Inspection, type Seen } from './inspection.ts'

export interface InspectionPaper extends Pick<PaperWords, 'mask'> {
  t: T
  lang: string
  book: BookRules
  centre: Centre
  year: number
  inspections: readonly Inspection[]
  seen: ReadonlyMap<string, readonly Seen[]>
  names: ReadonlyMap<string, string>
}

/** The periodic report of results: what was planned, done and found, and where. */
export function drawInspections(input: InspectionPaper): Promise<Buffer> {
  const { t, lang, book, centre, year, inspections, seen, names, mask } = input
  const say = (key: string, values = {}) => t(`improvements-measures.report.${key}`, values)
  const title = say('title', { year, centre: centre.name })
  const author = book.administration.name
  return makePaper({ t, lang, title, author, foot: title, mask }, (paper) => {
    const columns = [
      { title: say('planned'), share: 0.18 },
      { title: say('done'), share: 0.18 },
      { title: say('who'), share: 0.34 },
      { title: say('outcome'), share: 0.3 },
    ]
    const rows = inspections.map(({ inspectionId, plannedOn, doneOn, doneBy, inspectorId }) => [
      formatShortDate(plannedOn, lang),
      doneOn === null ? '' : formatShortDate(doneOn, lang),
      names.get(doneBy ?? inspectorId) ?? '',
      doneOn === null ? '' : say('of', { ...outcomeOf(seen.get(inspectionId) ?? []) }),
    ])
    paper.table(columns, rows)
    for (const { inspectionId, doneOn } of inspections) {
      const found = (seen.get(inspectionId) ?? []).filter(({ result }) => result === 'bad')
      if (doneOn === null || found.length === 0) continue
      paper.heading('H2', say('findings', { day: formatShortDate(doneOn, lang) }))
      paper.list(
        found.map(({ areaName, itemText, note }) => ({
          title: `${areaName}: ${itemText}`,
          text: note,
        })),
      )
    }
  })
}
