import { formatNumber } from '../../../platform/i18n/index.ts'
import {
  agreementOn,
  GOOD_KAPPA,
  overallKappa,
  type Agreement,
  type CodedTwice,
} from '../agreement.ts'
import type { FrameCode } from '../frame.ts'

export interface AgreementRow extends Omit<Agreement, 'kappa'> {
  name: string
  level: 1 | 2
  kappa: string | null
  isGood: boolean
}

/** A code of the first level counts with what stands under it; those that neither used are left out. */
export function agreementTable(
  codes: readonly FrameCode[],
  pairs: readonly CodedTwice[],
  lang: string,
): { rows: AgreementRow[]; overall: string | null; good: string; isGood: boolean } {
  const parent = new Map(codes.map(({ codeId, parentId }) => [codeId, parentId ?? codeId]))
  const above = (codeId: string) => parent.get(codeId) ?? codeId
  const broad = pairs.map(({ one, other }) => ({ one: above(one), other: above(other) }))
  const say = (kappa: number | null) => (kappa === null ? null : formatNumber(kappa, lang, 2))
  const rowOf = (code: FrameCode): AgreementRow => {
    const level = code.parentId === null ? 1 : 2
    const { kappa, ...counts } = agreementOn(level === 1 ? broad : pairs, code.codeId)
    const isGood = kappa !== null && kappa >= GOOD_KAPPA
    return { ...counts, name: code.name, level, kappa: say(kappa), isGood }
  }
  const ordered = codes
    .filter(({ parentId }) => parentId === null)
    .flatMap((code) => [code, ...codes.filter(({ parentId }) => parentId === code.codeId)])
  const overall = overallKappa(pairs)
  return {
    rows: ordered
      .map(rowOf)
      .filter(({ both, onlyOne, onlyOther }) => both + onlyOne + onlyOther > 0),
    overall: say(overall),
    good: formatNumber(GOOD_KAPPA, lang, 2),
    isGood: overall !== null && overall >= GOOD_KAPPA,
  }
}
