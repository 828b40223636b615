import {
  newReceiptBits,
  sha256,
  toBase64url,
  wordsOf,
} from '../../../../src/corruption-reports/sealing/index.ts'
import {
  type ReferralPackage,
  sealPackage,
} from '../../../../src/corruption-reports/sealing/package.ts'
import { random } from '../parts/random.ts'
import { wordListOf } from '../reporter/word-lists.ts'
import { evidenceOf, openFile, saveBlob } from './files.ts'
import type { Keyring } from './keyring.ts'
import { button, make } from './page.ts'
import type { OpenedRoomReport } from './reports.ts'
import { say, setup } from './setup.ts'

/** Larger evidence is handed over by itself: the file must still open on an old computer. */
const MOST_BYTES = 20_000_000

export interface Handover {
  file: Blob
  name: string
  words: readonly string[]
}

/** One file that opens by itself with ten words. The identity of the reporter is never in it. */
export async function packReport(ring: Keyring, report: OpenedRoomReport): Promise<Handover> {
  const bits = newReceiptBits(random)
  const sealed = sealPackage(bits, await contentOf(ring, report), random)
  const script = await (await fetch(setup.opener)).text()
  return {
    file: new Blob([pageWith(script, toBase64url(sealed))], { type: 'text/html' }),
    name: `paquete-${report.sealed.receivedOn}.html`,
    words: wordsOf(bits, await wordListOf(setup.language)).map((word) => word.normalize('NFC')),
  }
}

async function contentOf(ring: Keyring, report: OpenedRoomReport): Promise<ReferralPackage> {
  const { sealed, opened, said } = report
  const { told, marks } = opened.content
  const files = evidenceOf(report).map(({ file }) => file)
  const fits = files.reduce((sum, { length }) => sum + length, 0) <= MOST_BYTES
  const facts: [string, string][] = [
    [say('fact.received'), sealed.received],
    ...(['place', 'when'] as const).map((name): [string, string] => [
      say(`fact.${name}`),
      typeof told[name] === 'string' ? told[name] : '—',
    ]),
    [say('fact.involved'), [...marks.words, ...namesOf(marks)].join('; ') || '—'],
    ...(fits
      ? []
      : [[say('package.files'), files.map(({ name }) => name).join('; ')] as [string, string]]),
  ]
  const packed = []
  for (const file of fits ? files : []) {
    const content = await openFile(ring, report, file)
    const bytes = toBase64url(new Uint8Array(await content.arrayBuffer()))
    packed.push({ name: file.name, type: 'application/octet-stream', bytes })
  }
  return {
    v: 1,
    facts,
    narration: told.narration,
    dialogue: said.map(({ direction, day, body }) => ({
      who: say(direction === 'from_reporter' ? 'package.person' : 'package.office'),
      day,
      text: body?.text ?? '',
    })),
    files: packed,
  }
}

function namesOf({ people, units }: OpenedRoomReport['opened']['content']['marks']): string[] {
  const known = [...setup.people, ...setup.units]
  return [...people, ...units].map((id) => known.find((one) => one.id === id)?.name ?? id)
}

/** No text of a report stands in it readable; its own policy lets nothing else run or load. */
function pageWith(script: string, sealed: string): string {
  const hash = base64Of(sha256(new TextEncoder().encode(script)))
  const policy = `default-src 'none'; script-src 'sha256-${hash}'`
  return `<!doctype html><html lang="${setup.language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width">
<title>${say('package.title')}</title></head><body><main><h1>${say('package.title')}</h1>
<p>${say('package.text')}</p><form><label>${say('package.words')} <input size="60" autocomplete="off"></label>
<button>${say('package.open')}</button></form><p role="alert" data-problem="${say('package.wrong')}"></p>
<article></article></main><pre hidden data-sealed>${sealed}</pre>
<script type="module">${script}</script></body></html>`
}

function base64Of(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}

/** The file by one way, the words by another: said beside both. */
export function handoverBox({ file, name, words }: Handover): HTMLElement {
  const box = make('div', '', 'reader-box reader-box--staff')
  const list = make('ol', '', 'govuk-list govuk-list--number told-words')
  list.append(...words.map((word) => make('li', word)))
  box.append(
    make('p', say('package.who'), 'reader-box__who'),
    make('h3', say('package.title'), 'govuk-heading-m'),
    make('p', say('package.send'), 'govuk-body'),
    list,
    button(say('package.save'), () => saveBlob(file, name)),
    make('p', ''),
  )
  return box
}
