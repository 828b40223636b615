import type { System } from '../../system.ts'
import { suggestFromOwn, type SuggestCodes } from '../words/index.ts'
import { askMachine } from './ask.ts'

/**
 * First what the administration's settled codings speak for, while it is right more often than the most
 * frequent code would be; then what this coder did with words like these.
 */
export function suggestCodes(system: System): SuggestCodes {
  return async (db, asked) => {
    const { administrationId, text, language } = asked
    const told = await askMachine(system, {
      administrationId,
      task: 'code',
      text: { text, language },
    })
    const learnt =
      'silent' in told
        ? []
        : told.suggestions.map(({ code, words }) => ({ codeId: code, why: words }))
    const own = await suggestFromOwn(db, asked)
    const isNew = ({ codeId }: { codeId: string }) => learnt.every((one) => one.codeId !== codeId)
    return [...learnt, ...own.filter(isNew)]
  }
}
