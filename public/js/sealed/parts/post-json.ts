/** What the server said when it did not do what it was asked. */
export class Refused extends Error {
  readonly status: number
  /** The code of the problem document: not_allowed, wrong_state, invalid … */
  readonly code: string
  readonly problems: readonly { field: string; code: string; message: string }[]

  constructor(status: number, document: ProblemDocument) {
    super(document.detail ?? document.title ?? String(status))
    this.status = status
    this.code = document.code ?? ''
    this.problems = document.errors ?? []
  }
}

interface ProblemDocument {
  title?: string
  detail?: string
  code?: string
  errors?: { field: string; code: string; message: string }[]
}

/** Sends with the form token of the page; answers what the server answered. */
export async function postJson<Answer>(address: string, body: object): Promise<Answer> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ ...body, _token: formToken() }),
    credentials: 'same-origin',
    redirect: 'error',
  })
  const answer: unknown = response.status === 204 ? null : await readJson(response)
  if (!response.ok) throw new Refused(response.status, answer ?? {})
  return answer as Answer
}

function formToken(): string {
  return document.querySelector<HTMLInputElement>('input[name="_token"]')?.value ?? ''
}

/** A proxy on the way may answer in words of its own. */
async function readJson(response: Response): Promise<unknown> {
  const isJson = /[/+]json/.test(response.headers.get('Content-Type') ?? '')
  return isJson ? response.json() : null
}
