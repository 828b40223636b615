/** A part of the page that its template is known to have. */
export function partOf<T extends Element = HTMLElement>(whole: ParentNode, selector: string): T {
  const part = whole.querySelector<T>(selector)
  if (!part) throw new Error(`The page has no ${selector}`)
  return part
}

export function partsOf<T extends Element = HTMLElement>(whole: ParentNode, selector: string): T[] {
  return [...whole.querySelectorAll<T>(selector)]
}

export function newPart<K extends keyof HTMLElementTagNameMap>(
  name: K,
  { text = '', classes = '', ...attributes }: Record<string, string> = {},
): HTMLElementTagNameMap[K] {
  const part = document.createElement(name)
  part.textContent = text
  if (classes) part.className = classes
  for (const [attribute, value] of Object.entries(attributes)) part.setAttribute(attribute, value)
  return part
}

export function newButton(text: string, classes: string, act: () => void): HTMLButtonElement {
  const button = newPart('button', { type: 'button', classes, text })
  button.addEventListener('click', act)
  return button
}
