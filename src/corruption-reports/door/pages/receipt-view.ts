import type { PageModel } from '../../../platform/web/index.ts'
import { dialogueUrl, proofsUrl } from '../../urls.ts'
import { sayHash } from '../../sealing/index.ts'
import type { PlainReceipt } from '../actions/seal-and-file.ts'
import { sayWords } from '../say-words.ts'
import type { Visit } from '../visit.ts'

interface ReceiptPage extends PageModel {
  words: readonly string[]
  followUrl: string
  followAddress: string
  proofsAddress: string
  hash: string
  fingerprint: string
  filesLeft: number
}

export function receiptView(
  { t, slug, lang, baseUrl }: Visit,
  receipt: PlainReceipt,
  fingerprint: string,
): ReceiptPage {
  return {
    title: t('door.page_title'),
    words: sayWords(receipt.bits, lang),
    followUrl: `${dialogueUrl(slug)}?lang=${lang}`,
    followAddress: new URL(dialogueUrl(slug), baseUrl).href,
    proofsAddress: new URL(proofsUrl(slug), baseUrl).href,
    hash: sayHash(receipt.contentHash),
    fingerprint,
    filesLeft: receipt.filesLeft,
  }
}
