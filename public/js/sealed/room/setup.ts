/** What the page brings along: texts, names and choices. Nothing of a report. */
export interface Setup {
  api: string
  language: string
  labels: { value: string; text: string }[]
  people: { id: string; name: string }[]
  units: { id: string; name: string }[]
  /** Who gets a copy of a report that asks for protection. */
  copies: string
  admissible: string
  /** The script that opens what is handed to another authority. */
  opener: string
  texts: Record<string, string>
}

export const setup = JSON.parse(
  document.querySelector<HTMLElement>('#room')?.dataset['setup'] ?? '{}',
) as Setup

/** With a count, the form for one or for many. */
export function say(key: string, values: Record<string, string | number> = {}): string {
  const form = 'count' in values ? `${key}_${values['count'] === 1 ? 'one' : 'other'}` : key
  const text = setup.texts[form] ?? key
  return text.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all))
}

export const knows = (key: string) => key in setup.texts

export function labelOf(code: string): string {
  return setup.labels.find(({ value }) => value === code)?.text ?? code
}
