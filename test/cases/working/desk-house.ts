import { registerCaseNotices } from '../../../src/cases/index.ts'
import { registerNoticeJobs } from '../../../src/notices/index.ts'
import { openDemoBook, type DemoOptions } from '../../support/demo-book.ts'
import { sendJson } from '../../support/json.ts'
import { startMailbox, type Mailbox } from '../../support/mailbox.ts'
import { startApp, type RunningApp } from '../../support/running-app.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { Visitor } from '../../support/visitor.ts'

export const ANA = 'ana@correo.example'
const PASSWORD = 'libro-abierto-demo'

export interface Receipt {
  caseNumber: string
  trackingToken: string
  dueOn: string
}

export interface Status {
  state: string
  stateLabel: string
  dueOn: string
  dueExplanation: string
  history: { event: string; label: string; text: string | null }[]
  answer?: { text: string; outcome: string; outcomeLabel: string; measures: string | null }
}

/** The demonstration's municipality with its app, its mail server and its staff at work. */
export interface DeskHouse {
  test: TestSystem
  app: RunningApp
  mailbox: Mailbox
  /** A complaint by Ana about the property tax at the centre's office, changed by `more`. */
  file(more?: object): Promise<Receipt>
  /** Somebody of the staff, signed in. */
  signedIn(name: string): Promise<Visitor>
  /** What the person sees, in Spanish unless another language is asked for. */
  status(receipt: Receipt, language?: string): Promise<Status>
  /** Works off the outbox; the letters that arrived since the last time. */
  letters(): Promise<Mailbox['letters']>
  close(): Promise<void>
}

export async function openDeskHouse(options: Pick<DemoOptions, 'change'> = {}): Promise<DeskHouse> {
  const mailbox = await startMailbox()
  const test = await openDemoBook({ ...options, env: { SMTP_URL: mailbox.url } })
  const app = await startApp(test.system)
  registerCaseNotices()
  registerNoticeJobs(test.system)
  let filed = 0
  return {
    test,
    app,
    mailbox,
    async file(more = {}) {
      const body = {
        kind: 'complaint',
        centre: 'centro',
        service: 'predial',
        description: 'Esperé tres horas en la fila.\nNadie me atendió & <b>me fui</b>.',
        person: { names: 'Ana', firstSurname: 'Robles', email: ANA, phone: '55 5555 1234' },
        answerBy: 'email',
        consents: { electronicNotice: true },
        ...more,
      }
      const path = '/api/v1/administrations/demo/cases'
      const headers = { 'Idempotency-Key': `desk-${++filed}` }
      const answer = await sendJson<Receipt>(app, 'POST', path, { body, headers })
      if (answer.status !== 201) throw new Error(`Not filed: ${JSON.stringify(answer.body)}`)
      return answer.body
    },
    async signedIn(name) {
      const visitor = new Visitor(app)
      await visitor.get('/personal/entrar')
      await visitor.submit({ email: `${name}@demo.example`, password: PASSWORD })
      return visitor
    },
    async status({ caseNumber, trackingToken }, language = 'es') {
      const headers = { Authorization: `Bearer ${trackingToken}`, 'Accept-Language': language }
      return (await sendJson<Status>(app, 'GET', `/api/v1/cases/${caseNumber}`, { headers })).body
    },
    async letters() {
      const before = mailbox.letters.length
      await test.system.jobs.drain()
      return mailbox.letters.slice(before)
    },
    async close() {
      await app.close()
      await test.close()
      await mailbox.close()
    },
  }
}

export const caseOf = ({ caseNumber }: Receipt) => `/personal/demo/casos/${caseNumber}`
