export type Child = Node | string | null | undefined | false

type Attributes = Readonly<Record<string, string | number | boolean | undefined | null>>

/** An element made in code: no text of anybody is ever read as markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue
    element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...present(children))
  return element
}

export function present(children: readonly Child[]): (Node | string)[] {
  return children.filter((child): child is Node | string => Boolean(child))
}

export function button(
  text: Child | readonly Child[],
  look: string,
  press: () => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  const children = Array.isArray(text) ? (text as readonly Child[]) : [text as Child]
  const made = el('button', { type: 'button', class: look, ...attributes }, ...children)
  made.addEventListener('click', press)
  return made
}

const SVG = 'http://www.w3.org/2000/svg'

export function drawing(
  viewBox: string,
  shapes: readonly Readonly<Record<string, string>>[],
  attributes: Readonly<Record<string, string>> = {},
): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  const all = { viewBox, 'aria-hidden': 'true', focusable: 'false', ...attributes }
  for (const [name, value] of Object.entries(all)) svg.setAttribute(name, value)
  for (const shape of shapes) {
    const path = document.createElementNS(SVG, 'path')
    for (const [name, value] of Object.entries(shape)) path.setAttribute(name, value)
    svg.append(path)
  }
  return svg
}
