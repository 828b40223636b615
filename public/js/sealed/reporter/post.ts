/** What the server said when it did not do what it was asked. */
export class NotTaken extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string) {
    super(code || String(status))
    this.status = status
    this.code = code
  }
}

/** Carries nothing along but the body: no cookie, no address of where it comes from. */
export async function post<Answer>(
  address: string,
  body: object | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const isBinary = body instanceof Uint8Array
  const response = await fetch(address, {
    method: 'POST',
    body: isBinary ? body : JSON.stringify(body),
    headers: {
      'Content-Type': isBinary ? 'application/octet-stream' : 'application/json',
      ...headers,
    },
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  })
  const isJson = /[/+]json/.test(response.headers.get('Content-Type') ?? '')
  const answer: unknown = isJson ? await response.json() : null
  if (!response.ok) {
    throw new NotTaken(response.status, (answer as { code?: string } | null)?.code ?? '')
  }
  return answer as Answer
}
