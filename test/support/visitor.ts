import { seePage, type SeenForm, type SeenPage } from './page.ts'

export type FieldValue = string | readonly string[] | File
export type Fields = Readonly<Record<string, FieldValue>>

/** A browser without JavaScript: keeps cookies, follows redirects, sends forms as they stand. */
export class Visitor {
  readonly #origin: string
  readonly #cookies = new Map<string, string>()
  readonly #headers: Record<string, string>
  #page: SeenPage | null = null

  constructor(app: { url: string }, headers: Record<string, string> = {}) {
    this.#origin = app.url
    this.#headers = headers
  }

  /** The page the visitor stands on. */
  get page(): SeenPage {
    if (!this.#page) throw new Error('The visitor has not opened a page yet')
    return this.#page
  }

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<SeenPage> {
    return this.#open(path, { headers })
  }

  /** Sends fields as a form would, without looking at a page first. */
  async post(path: string, fields: Fields = {}): Promise<SeenPage> {
    return this.#open(path, { method: 'POST', body: encode(entriesOf(fields), false) })
  }

  /**
   * Sends a form of the page with its hidden and filled fields, changed by `fields`. `which` is
   * part of its id or action; without it the form that has all the fields. A field that the form
   * does not have is a mistake of the test.
   */
  async submit(
    fields: Fields = {},
    which: { form?: string; button?: string } = {},
  ): Promise<SeenPage> {
    const form = this.#findForm(fields, which.form)
    const entries = form.values.filter(([name]) => !(name in fields)) as [string, string | File][]
    entries.push(...entriesOf(fields))
    const button = which.button
      ? form.buttons.find(
          ({ text, value }) => text.includes(which.button!) || value === which.button,
        )
      : form.buttons[0]
    if (which.button && !button) throw new Error(`No button "${which.button}" in the form`)
    if (button?.name) entries.push([button.name, button.value])
    if (form.method === 'get') {
      const query = new URLSearchParams(
        entries.map(([name, value]): [string, string] => [
          name,
          typeof value === 'string' ? value : value.name,
        ]),
      )
      return this.get(`${form.action.split('?')[0]}?${query.toString()}`)
    }
    return this.#open(form.action, { method: 'POST', body: encode(entries, form.multipart) })
  }

  /** Follows the first link whose text contains this. */
  async click(text: string): Promise<SeenPage> {
    const link = this.page.links.find((each) => each.text.includes(text))
    if (!link) throw new Error(`No link "${text}" on ${this.page.path}`)
    return this.get(link.href)
  }

  #findForm(fields: Fields, which: string | undefined): SeenForm {
    const wanted = Object.keys(fields)
    const form = this.page.forms.find((each) =>
      which
        ? each.id.includes(which) || each.action.includes(which)
        : each.method === 'post' && wanted.every((name) => each.names.has(name)),
    )
    if (!form) throw new Error(`No form for ${which ?? wanted.join(', ')} on ${this.page.path}`)
    const missing = wanted.filter((name) => !form.names.has(name))
    if (missing.length > 0) throw new Error(`The form has no field ${missing.join(', ')}`)
    return form
  }

  async #open(path: string, request: RequestInit): Promise<SeenPage> {
    const url = new URL(path, new URL(this.#page?.path ?? '/', this.#origin))
    const response = await this.request(url.pathname + url.search, request)
    const next = response.headers.get('location')
    if (response.status >= 300 && response.status < 400 && next) {
      await response.arrayBuffer()
      const there = new URL(next, url)
      this.#page = seePage(response, url.pathname, '')
      return this.#open(there.pathname + there.search, {})
    }
    this.#page = seePage(response, url.pathname + url.search, await response.text())
    return this.#page
  }

  /** One request with the visitor's cookies, redirects not followed. */
  async request(path: string, request: RequestInit = {}): Promise<Response> {
    const headers = new Headers({ accept: 'text/html', ...this.#headers })
    for (const [name, value] of new Headers(request.headers)) headers.set(name, value)
    if (this.#cookies.size > 0) {
      headers.set(
        'cookie',
        [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      )
    }
    const response = await fetch(new URL(path, this.#origin), {
      ...request,
      headers,
      redirect: 'manual',
    })
    for (const line of response.headers.getSetCookie()) this.#keepCookie(line)
    return response
  }

  #keepCookie(line: string): void {
    const [pair = '', ...attributes] = line.split(';')
    const name = pair.slice(0, pair.indexOf('=')).trim()
    const value = pair.slice(pair.indexOf('=') + 1).trim()
    const gone = attributes.some((text) => /^\s*(max-age=0|expires=Thu, 01 Jan 1970)/i.test(text))
    if (gone || value === '') this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }
}

function entriesOf(fields: Fields): [string, string | File][] {
  return Object.entries(fields).flatMap(([name, value]) =>
    (Array.isArray(value) ? (value as string[]) : [value as string | File]).map(
      (one): [string, string | File] => [name, one],
    ),
  )
}

function encode(entries: readonly [string, string | File][], multipart: boolean) {
  if (!multipart && !entries.some(([, value]) => value instanceof File)) {
    return new URLSearchParams(
      entries.map(([name, value]): [string, string] => [name, value as string]),
    )
  }
  const data = new FormData()
  for (const [name, value] of entries) {
    if (value instanceof File) data.append(name, value, value.name)
    else data.append(name, value)
  }
  return data
}
