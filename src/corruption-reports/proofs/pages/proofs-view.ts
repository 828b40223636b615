import type { PlainDate } from '../../../platform/dates.ts'
import type { PageModel } from '../../../platform/web/index.ts'
import type { CommitmentBatch } from '../../commitment-store.ts'
import { asScriptData } from '../../door/door-data.ts'
import { textsFor } from '../../door/door-texts.ts'
import type { Visit } from '../../door/visit.ts'
import { toBase64url } from '../../sealing/index.ts'
import { allBatchesUrl, batchUrl, doorUrl } from '../../urls.ts'

/** Half a year; the page stays light, and the file with all of them has the rest. */
const SHOWN = 26

interface ProofsPage extends PageModel {
  publicKey: string
  allUrl: string
  batches: readonly { week: PlainDate; root: string; signature: string; url: string }[]
  hasOlder: boolean
  data: string
}

export function proofsView(
  { slug, lang, t, administrationId }: Visit,
  publicKey: Uint8Array,
  batches: readonly CommitmentBatch[],
): ProofsPage {
  const allUrl = allBatchesUrl(slug)
  const key = toBase64url(publicKey)
  return {
    title: t('proofs.title'),
    backUrl: `${doorUrl(slug)}?lang=${lang}`,
    publicKey: key,
    allUrl,
    batches: batches
      .slice(-SHOWN)
      .reverse()
      .map(({ seq, week, root, signature }) => ({
        week,
        root: toBase64url(root),
        signature: toBase64url(signature),
        url: batchUrl(slug, seq),
      })),
    hasOlder: batches.length > SHOWN,
    data: asScriptData({
      administrationId,
      language: lang,
      publicKey: key,
      allUrl,
      texts: textsFor(lang, 'proofs', (name) => /^(answers|problems)\./.test(name)),
    }),
  }
}
