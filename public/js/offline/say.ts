export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string

export type Texts = { readonly [key: string]: string | Texts }

/** The texts of a language, `kiosk.attract.start`; with a count the form for one or for many. */
export function sayFrom(texts: Texts): Say {
  return (key, values = {}) => {
    const form = values['count'] === undefined ? null : values['count'] === 1 ? 'one' : 'other'
    const text = (form && find(texts, `${key}_${form}`)) ?? find(texts, key) ?? key
    return text.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all))
  }
}

function find(texts: Texts, key: string): string | null {
  const found = key
    .split('.')
    .reduce<string | Texts | undefined>(
      (inner, part) => (typeof inner === 'object' ? inner[part] : undefined),
      texts,
    )
  return typeof found === 'string' ? found : null
}
