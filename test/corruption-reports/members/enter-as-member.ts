import { demoCode } from '../../../src/corruption-reports/index.ts'
import type { RunningApp } from '../../support/running-app.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { Visitor } from '../../support/visitor.ts'

const password = 'libro-abierto-demo'

/** Somebody of the demonstration, with the second step if theirs is asked for. The clock moves on: a code serves once. */
export async function enterAsMember(
  test: TestSystem,
  app: Pick<RunningApp, 'url'>,
  email: string,
): Promise<Visitor> {
  test.clockAt(new Date(test.system.clock().getTime() + 60_000))
  const visitor = new Visitor(app)
  await visitor.get('/personal/entrar')
  await visitor.submit({ email, password })
  if (visitor.page.path.startsWith('/personal/segundo-factor')) {
    await visitor.submit({ code: demoCode(email, test.system.clock()) })
  }
  return visitor
}

/** What a page's own script asks and is told. */
export async function askAs<Answer>(visitor: Visitor, path: string, body = {}): Promise<Answer> {
  await visitor.get('/personal/mi-cuenta')
  const fields = visitor.page.forms.flatMap(({ values }) => values)
  const token = fields.find(([name]) => name === '_token')?.[1]
  const answer = await visitor.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ ...body, _token: token }),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return (await answer.json()) as Answer
}
