/** One element of the page; that it is missing is our mistake. */
export function part<E extends HTMLElement>(scope: ParentNode, selector: string): E {
  const found = scope.querySelector<E>(selector)
  if (!found) throw new Error(`The page has no ${selector}`)
  return found
}

/** Shows one of the page's steps and brings the reader there. */
export function showStep(scope: ParentNode, name: string): void {
  for (const step of scope.querySelectorAll<HTMLElement>('[data-step]')) {
    step.hidden = step.dataset.step !== name
  }
  const shown = part(scope, `[data-step="${name}"]`)
  const field = shown.querySelector<HTMLElement>('input')
  ;(field ?? shown).focus()
}

/** A sentence that the page brought along in a template; `{word}` is what was typed. */
export function tellProblem(scope: ParentNode, code: string | null, word = ''): void {
  const text =
    code === null
      ? ''
      : (scope.querySelector<HTMLTemplateElement>(`template[data-text="${code}"]`)?.content
          .textContent ?? code)
  part(scope, '[data-problem]').textContent = text.replace('{word}', word)
}

/** While the machine works (the words are stretched on purpose), nothing is pressed twice. */
export async function whileBusy<T>(scope: ParentNode, work: () => Promise<T>): Promise<T> {
  const busy = part(scope, '[data-busy]')
  const buttons = [...scope.querySelectorAll('button')]
  busy.hidden = false
  for (const button of buttons) button.disabled = true
  // lets the browser draw what it will not draw while it reckons
  await new Promise((resolve) => setTimeout(resolve, 30))
  try {
    return await work()
  } finally {
    busy.hidden = true
    for (const button of buttons) button.disabled = false
  }
}
