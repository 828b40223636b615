import '../staff.js'
import {
  memberKeysOf,
  newPassphrase,
  newSeed,
  passphraseOf,
  proveMember,
  toBase64url,
  type MemberIdentity,
} from '../../../src/corruption-reports/sealing/index.ts'
import { part, showStep, tellProblem, whileBusy } from './parts/page-of-steps.ts'
import { postJson } from './parts/post-json.ts'
import { random } from './parts/random.ts'
import { tellFailure } from './parts/tell-failure.ts'
import { readWords } from './parts/unlock-keys.ts'

interface Setting {
  administration: string
  language: string
  identity: MemberIdentity
}

const page = document.querySelector<HTMLElement>('[data-own-keys]')
if (page) begin(page)

/** The seed and the words live in this closure and nowhere else, until the seed is locked. */
function begin(page: HTMLElement): void {
  const setting = JSON.parse(page.dataset.setting ?? '') as Setting
  let words: string[] = []
  page.hidden = false
  const draw = async () => {
    words = newPassphrase(random, await wordList(setting.language))
    showWords(page, words)
    showStep(page, 'words')
  }
  part(page, '[data-make]').addEventListener('click', () => void draw())
  part(page, '[data-again]').addEventListener('click', () => void draw())
  part(page, '[data-print]').addEventListener('click', () => window.print())
  part(page, '[data-copied]').addEventListener('click', () => {
    showWords(page, [])
    showStep(page, 'retype')
  })
  part(page, 'form[data-step="retype"]').addEventListener('submit', (event) => {
    event.preventDefault()
    void keep(page, setting, words)
  })
}

async function keep(page: HTMLElement, setting: Setting, words: readonly string[]): Promise<void> {
  tellProblem(page, null)
  const field = part<HTMLInputElement>(page, '#words')
  try {
    const passphrase = await readWords(field.value)
    if (passphrase !== passphraseOf(words)) return tellProblem(page, 'other_words')
    await whileBusy(page, () => sendKeys(page.dataset.keep ?? '', setting, passphrase))
    field.value = ''
    showStep(page, 'done')
  } catch (error) {
    tellFailure(page, error)
  }
}

async function sendKeys(address: string, setting: Setting, passphrase: string): Promise<void> {
  const { administration, identity } = setting
  const seed = newSeed(random)
  const { lockSeed } = await import('../../../src/corruption-reports/sealing/seed-lock.ts')
  const locked = await lockSeed({ seed, passphrase, memberId: identity.id }, random)
  const record = proveMember(administration, identity, memberKeysOf(seed))
  await postJson(address, { record, seed: toBase64url(locked) })
}

function showWords(page: HTMLElement, words: readonly string[]): void {
  const template = part<HTMLTemplateElement>(page, 'template[data-word]')
  const items = words.map((word) => {
    const item = template.content.cloneNode(true) as DocumentFragment
    part(item, 'span').textContent = word
    return item
  })
  part(page, '[data-words]').replaceChildren(...items)
}

async function wordList(language: string) {
  if (language === 'es') {
    return (await import('../../../src/corruption-reports/sealing/spanish-words.ts')).spanishWords
  }
  return (await import('../../../src/corruption-reports/sealing/english-words.ts')).englishWords
}
