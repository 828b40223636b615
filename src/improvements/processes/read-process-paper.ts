import { drawInPdf, heightAt } from '../../analysis/index.ts'
import { formatDate, type T } from '../../platform/i18n/index.ts'
import { makePaper, type PaperWords } from '../../platform/pdf/index.ts'
import { describeSteps } from './describe-steps.ts'
import { drawFlow } from './draw-flow.ts'
import { VALIDATED_AS, type ProcessVersion } from './process.ts'

export interface ProcessPaperWords extends Pick<PaperWords, 'mask'> {
  t: T
  lang: string
  service: string
  place: string
  author: string
  writtenOn: string
  /** Of those who validated it. */
  names: ReadonlyMap<string, string>
}

const HIGHEST = 640
const WIDEST = 380

/** Objective, activities, picture and who validated it: the four that the model asks for. */
export function drawProcess(
  version: ProcessVersion,
  { t, lang, service, place, author, writtenOn, names, ...leaving }: ProcessPaperWords,
): Promise<Buffer> {
  const title = t('improvements-processes.paper.title', { service })
  const said = t('improvements-processes.version', { version: version.version })
  const steps = describeSteps(version.steps, t)
  return makePaper({ ...leaving, t, lang, title, author, foot: `${title} · ${said}` }, (paper) => {
    paper.text([place, said, writtenOn].filter((each) => each !== '').join(' · '), { soft: true })
    paper.heading('H2', t('improvements-processes.objective'))
    paper.text(version.objective)
    paper.heading('H2', t('improvements-processes.activities'))
    paper.table(
      [
        { title: t('improvements-processes.number_title'), share: 0.08 },
        { title: t('improvements-processes.step'), share: 0.57 },
        { title: t('improvements-processes.follows'), share: 0.35 },
      ],
      steps.map(({ number, text, ways }) => [String(number), text, ways.join('\n')]),
    )
    if (version.steps.length > 0) {
      const labels = {
        start: t('improvements-processes.start'),
        end: t('improvements-processes.end'),
      }
      const drawing = drawFlow(version.steps, labels)
      const width = Math.min(WIDEST, (HIGHEST / drawing.height) * drawing.width)
      const flow = t('improvements-processes.flow_of', { title: service })
      paper.heading('H2', t('improvements-processes.flow'))
      paper.figure(flow, heightAt(drawing, width), (doc, { x, y, width: room }) =>
        drawInPdf(doc, drawing, { x: x + (room - width) / 2, y, width }),
      )
    }
    paper.heading('H2', t('improvements-processes.validation'))
    paper.list(
      VALIDATED_AS.map((as) => {
        const one = version.validations.find((each) => each.as === as)
        return {
          title: t(`improvements-processes.as.${as}`),
          text: one
            ? `${names.get(one.accountId) ?? ''}, ${formatDate(one.on, lang)}`
            : t('improvements-processes.not_yet'),
        }
      }),
    )
  })
}
