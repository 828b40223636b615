export interface JsonAnswer<Body> {
  status: number
  headers: Headers
  body: Body
}

/** One request of the machine interface. The body's shape is what the test expects it to be. */
export async function sendJson<Body = Record<string, unknown>>(
  app: { url: string },
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  options: { body?: unknown; headers?: Record<string, string> } = {},
): Promise<JsonAnswer<Body>> {
  const response = await fetch(new URL(path, app.url), {
    method,
    headers: {
      accept: 'application/json',
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: (text === '' ? null : JSON.parse(text)) as Body,
  }
}
