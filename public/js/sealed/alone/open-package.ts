import { fromBase64url, readWords } from '../../../../src/corruption-reports/sealing/index.ts'
import { englishWords } from '../../../../src/corruption-reports/sealing/english-words.ts'
import {
  openPackage,
  type ReferralPackage,
} from '../../../../src/corruption-reports/sealing/package.ts'
import { spanishWords } from '../../../../src/corruption-reports/sealing/spanish-words.ts'

/** Stands inside the file that is handed over and needs nothing else: no network, no program. */
const form = document.querySelector('form')
const typed = document.querySelector('input')
const problem = document.querySelector('[data-problem]')
const shown = document.querySelector('article')
const sealed = document.querySelector('[data-sealed]')?.textContent?.trim() ?? ''

form?.addEventListener('submit', (event) => {
  event.preventDefault()
  const read = readWords(typed?.value ?? '', [spanishWords, englishWords])
  try {
    if (!('bits' in read)) throw new Error('words')
    const content = openPackage(read.bits, fromBase64url(sealed))
    if (problem) problem.textContent = ''
    shown?.replaceChildren(...partsOf(content))
  } catch {
    if (problem) problem.textContent = problem.getAttribute('data-problem')
  }
})

function partsOf({ facts, narration, dialogue, files }: ReferralPackage): HTMLElement[] {
  return [
    ...facts.map(([name, value]) => make('p', `${name}: ${value}`)),
    make('blockquote', narration),
    ...dialogue.map(({ who, day, text }) => make('p', `${day}, ${who}: ${text}`)),
    ...files.map(fileLink),
  ]
}

function fileLink({ name, type, bytes }: ReferralPackage['files'][number]): HTMLElement {
  const link = document.createElement('a')
  const content = new Blob([fromBase64url(bytes).slice()], { type })
  link.href = URL.createObjectURL(content)
  link.download = name
  link.textContent = name
  const line = make('p', '')
  line.append(link)
  return line
}

function make(name: string, text: string): HTMLElement {
  const element = document.createElement(name)
  element.textContent = text
  return element
}
