/** A page as a test looks at it. */
export interface SeenPage {
  status: number
  /** Path and query where the visitor ended. */
  path: string
  headers: Headers
  html: string
  /** What can be read, without markup, spaces as one. */
  text: string
  /** The text of the first h1, or ''. */
  heading: string
  forms: SeenForm[]
  links: { text: string; href: string }[]
}

export interface SeenForm {
  id: string
  action: string
  method: 'get' | 'post'
  multipart: boolean
  /** What a browser would send untouched: hidden fields, typed values, what is ticked or chosen. */
  values: [name: string, value: string][]
  names: Set<string>
  buttons: { name: string; value: string; text: string }[]
}

export function seePage(response: Response, path: string, html: string): SeenPage {
  const body = html.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gi, '')
  return {
    status: response.status,
    path,
    headers: response.headers,
    html,
    text: textOf(body),
    heading: textOf(/<h1\b[^>]*>([\s\S]*?)<\/h1>/i.exec(body)?.[1] ?? ''),
    forms: [...body.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)].map(([, tag, inside]) =>
      seeForm(attributesOf(tag ?? ''), inside ?? '', path),
    ),
    links: [...body.matchAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/gi)].map(([, tag, inside]) => ({
      text: textOf(inside ?? ''),
      href: attributesOf(tag ?? '')['href'] ?? '',
    })),
  }
}

function seeForm(form: Attributes, inside: string, path: string): SeenForm {
  const seen: SeenForm = {
    id: form['id'] ?? '',
    action: form['action'] ?? path,
    method: form['method']?.toLowerCase() === 'post' ? 'post' : 'get',
    multipart: form['enctype'] === 'multipart/form-data',
    values: [],
    names: new Set(),
    buttons: [],
  }
  for (const [, tag] of inside.matchAll(/<input\b([^>]*)>/gi))
    seeInput(seen, attributesOf(tag ?? ''))
  for (const [, tag, text] of inside.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/gi)) {
    seeField(seen, attributesOf(tag ?? ''), decode((text ?? '').replace(/^\n/, '')))
  }
  for (const [, tag, options] of inside.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/gi)) {
    seeField(seen, attributesOf(tag ?? ''), chosenOption(options ?? ''))
  }
  for (const [, tag, text] of inside.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/gi)) {
    const { name = '', value = '' } = attributesOf(tag ?? '')
    seen.buttons.push({ name, value, text: textOf(text ?? '') })
  }
  return seen
}

function seeInput(form: SeenForm, input: Attributes): void {
  const type = input['type'] ?? 'text'
  if (type === 'submit') {
    form.buttons.push({ name: input['name'] ?? '', value: input['value'] ?? '', text: '' })
    return
  }
  const choice = type === 'checkbox' || type === 'radio'
  const sent = choice ? 'checked' in input : type !== 'file'
  seeField(form, input, sent ? (input['value'] ?? (choice ? 'on' : '')) : null)
}

function seeField(form: SeenForm, field: Attributes, value: string | null): void {
  const name = field['name']
  if (name === undefined || 'disabled' in field) return
  form.names.add(name)
  if (value !== null) form.values.push([name, value])
}

function chosenOption(options: string): string {
  const all = [...options.matchAll(/<option\b([^>]*)>([^<]*)/gi)].map(([, tag, text]) => {
    const attributes = attributesOf(tag ?? '')
    return {
      chosen: 'selected' in attributes,
      value: attributes['value'] ?? decode(text ?? '').trim(),
    }
  })
  return (all.find(({ chosen }) => chosen) ?? all[0])?.value ?? ''
}

type Attributes = Record<string, string>

function attributesOf(tag: string): Attributes {
  const found = tag.matchAll(/([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)
  return Object.fromEntries(
    [...found].map(([, name, double, single, bare]) => [
      (name ?? '').toLowerCase(),
      decode(double ?? single ?? bare ?? ''),
    ]),
  )
}

function textOf(html: string): string {
  return decode(html.replace(/<!--[\s\S]*?-->/g, '').replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}

const entities: Record<string, string> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  amp: '&',
}

function decode(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex: string, decimal: string, name: string) => {
      if (hex) return String.fromCodePoint(parseInt(hex, 16))
      if (decimal) return String.fromCodePoint(Number(decimal))
      return entities[name] ?? whole
    },
  )
}
