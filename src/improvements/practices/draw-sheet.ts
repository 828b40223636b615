import { formatShortDate } from '../../platform/i18n/index.ts'
import type { T } from '../../platform/i18n/index.ts'
import type { FlowingPaper } from '../../platform/pdf/index.ts'
import { lacksOf } from './lacks.ts'
import { TESTS } from './practice.ts'
import type { WholePractice } from './read-practice.ts'

const TEXTS = [
  'problem',
  'initiative',
  'adaptation',
  'draft',
  'figures',
  'voices',
  'benefit',
] as const

/** The innovation sheet as it is handed in; what it still lacks is said first. It names nobody. */
export function drawSheet(
  paper: FlowingPaper,
  { practice, around, tasks }: Pick<WholePractice, 'practice' | 'around' | 'tasks'>,
  { t, lang }: { t: T; lang: string },
): void {
  const say = (key: string, values = {}) => t(`improvements-practices.${key}`, values)
  paper.text(say(`kinds.${practice.kind}`))
  paper.text(
    say('written', { version: practice.version, day: formatShortDate(practice.writtenOn, lang) }),
    {
      soft: true,
    },
  )
  const lacks = lacksOf(practice, around).sheet
  if (lacks.length > 0) {
    paper.heading('H2', say('sheet_lacks'))
    paper.list(lacks.map((lack) => ({ title: say(`lacks.${lack}`), text: '' })))
  }
  for (const part of TEXTS) {
    if (practice[part] === '') continue
    paper.heading('H2', say(part))
    paper.text(practice[part])
  }
  if (tasks.length > 0) {
    paper.heading('H2', say('plan'))
    const columns = [
      { title: say('what'), share: 0.55 },
      { title: say('due'), share: 0.2 },
      { title: say('state'), share: 0.25 },
    ]
    const rows = tasks.map(({ what, dueOn, state }) => [
      what,
      formatShortDate(dueOn, lang),
      t(`improvements-tasks.state.${state}`),
    ])
    paper.table(columns, rows)
  }
  paper.heading('H2', say('tests'))
  paper.list(
    TESTS.map((code) => {
      const answer = practice.tests[code]
      const met = answer ? say(answer.met ? 'yes' : 'no') : say('no_answer')
      return { title: `${say(`test.${code}`)} ${met}`, text: answer?.reason ?? '' }
    }),
  )
}
