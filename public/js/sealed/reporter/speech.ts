export type Say = (key: string, values?: Record<string, string | number>) => string

/** The texts that the page brought; with a count the form for one or for many. */
export function speechOf(texts: Readonly<Record<string, string>>): Say {
  return (key, values = {}) => {
    const form = 'count' in values ? `${key}_${values['count'] === 1 ? 'one' : 'other'}` : key
    const text = texts[form] ?? texts[key] ?? key
    return text.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all))
  }
}
