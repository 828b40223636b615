/** Templates, and the parts of them that are filled. Text is only ever text. */

export function byId<E extends HTMLElement = HTMLElement>(id: string): E {
  const found = document.getElementById(id)
  if (!found) throw new Error(`The page has no #${id}`)
  return found as E
}

/** A copy of what a template holds. */
export function fromTemplate<E extends HTMLElement = HTMLElement>(id: string): E {
  const template = byId<HTMLTemplateElement>(id)
  const first = template.content.firstElementChild
  if (!first) throw new Error(`The template ${id} is empty`)
  return first.cloneNode(true) as E
}

export function part<E extends HTMLElement = HTMLElement>(whole: ParentNode, name: string): E {
  const found = whole.querySelector<E>(`[data-part="${name}"]`)
  if (!found) throw new Error(`There is no part ${name}`)
  return found
}

export function make(name: string, text = '', classes = ''): HTMLElement {
  const element = document.createElement(name)
  element.textContent = text
  if (classes) element.className = classes
  return element
}

export function button(text: string, act: () => void): HTMLButtonElement {
  const made = make('button', text, 'link-button') as HTMLButtonElement
  made.type = 'button'
  made.addEventListener('click', act)
  return made
}

/** A row of a list of facts. */
export function fact(name: string, value: string): HTMLElement {
  const row = make('div', '', 'govuk-summary-list__row')
  row.append(
    make('dt', name, 'govuk-summary-list__key'),
    make('dd', value, 'govuk-summary-list__value'),
  )
  return row
}

export function checkboxFor(prefix: string, id: string, name: string): HTMLElement {
  const item = fromTemplate('t-checkbox')
  const [box, label] = [item.querySelector('input'), item.querySelector('label')]
  const own = `${prefix}-member-${id}`
  if (box) Object.assign(box, { id: own, name: 'readers', value: id })
  if (label) Object.assign(label, { htmlFor: own, textContent: name })
  return item
}

export function stateTag(state: string): HTMLElement {
  return fromTemplate(`t-state-${state}`)
}

export function clockChip({ status, text }: { status: string; text: string }): HTMLElement {
  const chip = fromTemplate(`t-clock-${status}`)
  chip.append(text)
  return chip
}

export function warning(text: string): HTMLElement {
  const alarm = fromTemplate('t-alarm')
  alarm.querySelector('.govuk-warning-text__text')?.append(text)
  return alarm
}
