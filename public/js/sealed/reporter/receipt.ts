import {
  readWords,
  sayHash,
  type WordList,
  wordsOf,
  sameBytes,
} from '../../../../src/corruption-reports/sealing/index.ts'
import { newPart, partOf } from './part-of.ts'
import type { Say } from './speech.ts'

export interface ReceiptToShow {
  bits: Uint8Array
  contentHash: Uint8Array
  fingerprint: string
  followAddress: string
  list: WordList
}

/** The ten words, shown once; typed again to see that they were written down. */
export function showReceipt(whole: ParentNode, receipt: ReceiptToShow, say: Say): void {
  const section = partOf(whole, '[data-receipt]')
  partOf(section, '[data-words]').replaceChildren(
    ...wordsOf(receipt.bits, receipt.list).map((word) =>
      newPart('li', { text: word.normalize('NFC') }),
    ),
  )
  partOf(section, '[data-address]').textContent = receipt.followAddress
  partOf(section, '[data-hash]').textContent = sayHash(receipt.contentHash)
  partOf(section, '[data-fingerprint]').textContent = receipt.fingerprint
  partOf(section, '[data-print]').addEventListener('click', () => window.print())
  confirmWords(section, receipt, say)
  section.hidden = false
  window.scrollTo(0, 0)
  partOf(section, 'h1').focus()
}

function confirmWords(section: Element, { bits, list }: ReceiptToShow, say: Say): void {
  const form = partOf<HTMLFormElement>(section, '[data-confirm]')
  const typed = partOf<HTMLTextAreaElement>(form, 'textarea')
  const answer = partOf(form, '[data-confirmed]')
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const read = readWords(typed.value, [list])
    const right = 'bits' in read && sameBytes(read.bits, bits)
    answer.textContent = say(right ? 'receipt.right' : 'receipt.wrong')
    if (right) typed.value = ''
    else typed.focus()
  })
  partOf(form, '[data-later]').addEventListener('click', () => {
    answer.textContent = say('receipt.skipped')
  })
}
