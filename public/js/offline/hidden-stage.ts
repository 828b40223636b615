import { el } from './element.ts'

/**
 * Where screens are shown: inside a shadow tree. Browsers write what stands in the fields of a document to
 * disk, to bring it back after a crash; fields in a shadow tree they leave alone.
 */
export async function hiddenStage(host: HTMLElement): Promise<HTMLElement> {
  const shadow = host.attachShadow({ mode: 'open' })
  const stage = el('div', { class: 'app' })
  const styles = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')]
  await Promise.all(styles.map((link) => wear(shadow, link.href)))
  shadow.append(stage)
  host.replaceChildren()
  return stage
}

function wear(shadow: ShadowRoot, href: string): Promise<unknown> {
  const link = el('link', { rel: 'stylesheet', href })
  const worn = new Promise((resolve) => {
    link.addEventListener('load', resolve)
    link.addEventListener('error', resolve)
  })
  shadow.append(link)
  return worn
}

export function focusOn(within: HTMLElement, id: string): void {
  within.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.focus()
}
